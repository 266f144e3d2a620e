import type { Locator, Page } from 'playwright-core';

import { chooseFrom } from './chooseFrom';
import { CredentialDialog } from './credentialDialog';

/** The panel of a node: its input, its parameters and its output. */
export class NodePanel {
	readonly input: Locator;

	readonly output: Locator;

	private readonly panel: Locator;

	constructor(private readonly page: Page) {
		this.panel = page.getByTestId('ndv');
		this.input = this.panel.getByTestId('ndv-input-panel');
		this.output = this.panel.getByTestId('output-panel');
	}

	async untilOpen(): Promise<void> {
		await this.panel.getByTestId('node-parameters').waitFor();
	}

	async isOpen(): Promise<boolean> {
		return await this.panel.isVisible();
	}

	async close(): Promise<void> {
		await this.panel.getByTestId('ndv-close-button').click();
		await this.panel.waitFor({ state: 'hidden' });
	}

	/** Opens the dialog for a first credential of this kind. */
	async connect(): Promise<CredentialDialog> {
		await this.panel.getByRole('button', { name: /^Connect to / }).click();
		return await this.dialog();
	}

	/** Whether a credential is selected, as n8n does by itself if there is one. */
	async hasCredential(): Promise<boolean> {
		const select = this.panel.getByTestId('node-credentials-select');
		await select
			.or(this.panel.getByRole('button', { name: /^Connect to / }))
			.first()
			.waitFor();
		return await select.isVisible();
	}

	/** The credential that is selected. */
	async credential(): Promise<string> {
		return await this.panel.getByTestId('node-credentials-select').locator('input').inputValue();
	}

	/** Adds an element to a list of them. */
	async addTo(button: string): Promise<void> {
		await this.panel.getByRole('button', { name: button }).click();
	}

	/** Opens the credential that the node uses. */
	async editCredential(): Promise<CredentialDialog> {
		await this.panel.getByTestId('credential-edit-button').click();
		return await this.dialog();
	}

	/** Chooses from the list of a parameter, by the choice's label. */
	async choose(parameter: string, label: string): Promise<void> {
		await chooseFrom(this.page, this.field(parameter), label);
	}

	/** Types into a parameter. */
	async fill(parameter: string, text: string): Promise<void> {
		await this.field(parameter).locator('input, textarea').fill(text);
	}

	/** What a parameter shows. */
	async value(parameter: string): Promise<string> {
		return await this.field(parameter).locator('input').inputValue();
	}

	/** Leaves a parameter of a tool to the model, by the button beside it. */
	async letModelDefine(parameter: string): Promise<void> {
		const button = 'from-ai-override-button';
		await this.field(parameter)
			.locator(`xpath=ancestor::*[.//*[@data-test-id="${button}"]][1]`)
			.getByTestId(button)
			.first()
			.click();
	}

	async execute(): Promise<void> {
		await this.panel.getByTestId('node-execute-button').click();
	}

	/**
	 * Waits for a text in the output.
	 *
	 * @throws Error with the sentence of the panel, if the node fails
	 */
	async untilOutput(text: string | RegExp): Promise<void> {
		const error = this.output.getByTestId('node-error-message');
		const wanted = this.output.getByTestId('ndv-data-container').getByText(text);
		await wanted.or(error).first().waitFor();
		if (await error.isVisible()) throw new Error(`The node fails: ${await error.innerText()}`);
	}

	/** The names of the columns of the output, if it is shown as a table. */
	async columns(): Promise<string[]> {
		const names = await this.output.locator('th').allInnerTexts();
		return names.map((name) => name.trim());
	}

	/** Shows the first file of the input beside the output. */
	async viewInput(): Promise<void> {
		await this.input.getByTestId('ndv-view-binary-data').first().click();
		await this.page.locator('.binary-data-window img').waitFor();
	}

	/** Waits for an error, and gives its title and its description. */
	async error(): Promise<{ message: string; description: string }> {
		const message = this.output.getByTestId('node-error-message');
		await message.waitFor();
		const description = this.output.getByTestId('node-error-description');
		return {
			message: await message.innerText(),
			description: (await description.isVisible()) ? await description.innerText() : '',
		};
	}

	private field(parameter: string): Locator {
		return this.panel.getByTestId(`parameter-input-${parameter}`);
	}

	private async dialog(): Promise<CredentialDialog> {
		const dialog = new CredentialDialog(this.page);
		await dialog.untilOpen();
		return dialog;
	}
}
