import type { Locator, Page } from 'playwright-core';

import { NodePanel } from './nodePanel';

/** The panel in which nodes are searched for and added. */
export class NodesPanel {
	private readonly panel: Locator;

	private readonly search: Locator;

	private readonly names: Locator;

	constructor(private readonly page: Page) {
		this.panel = page.getByTestId('node-creator');
		this.search = this.panel.getByTestId('node-creator-search-bar');
		this.names = this.panel.getByTestId('node-creator-item-name');
	}

	/** @param heading what it offers, if that is not the usual */
	async untilOpen(heading?: string): Promise<void> {
		await this.search.waitFor();
		if (heading === undefined) return;
		const header = this.panel.getByTestId('nodes-list-header');
		await header.getByText(heading, { exact: true }).waitFor({ timeout: 10_000 });
	}

	/**
	 * Searches, and gives the names of what is found, best first.
	 *
	 * @throws Error if nothing is found
	 */
	async find(words: string): Promise<string[]> {
		// The list changes some time after the search. Between two searches it is empty.
		await this.search.fill('no node has this in its name');
		await this.panel.getByTestId('node-creator-no-results').waitFor();
		await this.search.fill(words);
		await this.names.first().waitFor();
		return (await this.names.allInnerTexts()).map((name) => name.trim());
	}

	/** Opens what a node can do, and gives its actions. */
	async actionsOf(name: string): Promise<string[]> {
		const node = this.names.getByText(name, { exact: true });
		await node.click();
		// While the list of nodes slides away, its names stand beside the actions.
		await node.waitFor({ state: 'detached' });
		await this.panel.getByTestId('node-creator-category-item').waitFor();
		return (await this.names.allInnerTexts()).map((action) => action.trim());
	}

	/** Adds the node with one of its actions; its panel opens. */
	async add(action: string): Promise<NodePanel> {
		await this.names.getByText(action, { exact: true }).click();
		const panel = new NodePanel(this.page);
		await panel.untilOpen();
		return panel;
	}
}
