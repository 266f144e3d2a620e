import type { Locator, Page } from 'playwright-core';

import { chooseFrom } from './chooseFrom';

/** The dialog of a credential. */
export class CredentialDialog {
	private readonly dialog: Locator;

	constructor(private readonly page: Page) {
		this.dialog = page
			.getByRole('dialog')
			.filter({ has: page.getByTestId('credential-edit-dialog') });
	}

	async untilOpen(): Promise<void> {
		await this.dialog.getByTestId('credential-connection-parameter').first().waitFor();
	}

	async untilClosed(): Promise<void> {
		await this.dialog.waitFor({ state: 'hidden', timeout: 20_000 });
	}

	/** Chooses how to sign in, where a node has several kinds of credentials. */
	async chooseKind(label: string): Promise<void> {
		await this.dialog.getByTestId('credential-mode-dropdown-trigger').click();
		await this.page.getByRole('menuitem', { name: label }).click();
	}

	async fill(field: string, text: string): Promise<void> {
		await this.field(field).locator('input').fill(text);
	}

	/** Turns a switch over. */
	async switch(field: string): Promise<void> {
		await this.field(field).locator('.el-switch').click();
	}

	async choose(field: string, label: string): Promise<void> {
		await chooseFrom(this.page, this.field(field), label);
	}

	/** Saves, which tests the credential, too. */
	async save(): Promise<void> {
		await this.dialog.getByTestId('credential-save-button').click();
	}

	/**
	 * Corrects a field, and saves, which closes the dialog. After a failed test, n8n may load the saved
	 * credential again and replace what was filled in meanwhile: then it is corrected again.
	 */
	async correct(field: string, text: string): Promise<void> {
		for (let attempts = 1; ; attempts++) {
			await this.fill(field, text);
			await this.save();
			try {
				return await this.untilClosed();
			} catch (error) {
				if (attempts === 3) throw error;
			}
		}
	}

	/** Waits until the dialog says that the credential is wrong, and gives its sentence. */
	async sentence(): Promise<string> {
		await this.dialog.getByText('More details').click();
		const banner = this.dialog.getByTestId('node-credentials-config-container');
		const title = banner.getByText('Couldn’t connect with these settings');
		await title.waitFor();
		return await banner.innerText();
	}

	/** Waits until the dialog says that the credential is right. */
	async untilTested(): Promise<void> {
		await this.dialog.getByTestId('credentials-config-container-test-success').waitFor();
	}

	async close(): Promise<void> {
		await this.dialog.getByRole('button', { name: 'Close' }).click();
		await this.untilClosed();
	}

	private field(name: string): Locator {
		return this.dialog.getByTestId(`parameter-input-${name}`);
	}
}
