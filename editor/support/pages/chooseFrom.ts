import type { Locator, Page } from 'playwright-core';

/** Opens the list of a field, and chooses by the label. */
export async function chooseFrom(page: Page, field: Locator, label: string): Promise<void> {
	await field.click();
	// The lists of all fields are in the page, and hidden.
	const choice = page
		.getByTestId('parameter-input-item')
		.filter({ has: page.getByText(label, { exact: true }), visible: true });
	await choice.click();
	await choice.waitFor({ state: 'hidden' });
}
