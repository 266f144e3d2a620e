import type { Locator, Page } from 'playwright-core';

import { NodePanel } from './nodePanel';
import { NodesPanel } from './nodesPanel';

/** The canvas of a workflow, with its nodes. */
export class Canvas {
	readonly nodes: Locator;

	readonly connections: Locator;

	constructor(private readonly page: Page) {
		this.nodes = page.getByTestId('canvas-node');
		this.connections = page.getByTestId('edge');
	}

	async untilLoaded(): Promise<void> {
		await this.nodes.first().waitFor();
	}

	node(name: string): Locator {
		return this.nodes.filter({ has: this.page.getByText(name, { exact: true }) });
	}

	/** Opens the nodes panel by the plus of the last node; what is chosen there is connected to it. */
	async addAfterLast(): Promise<NodesPanel> {
		await this.page.getByTestId('canvas-handle-plus').last().click();
		const panel = new NodesPanel(this.page);
		await panel.untilOpen();
		return panel;
	}

	/** Opens the panel of a node. */
	async openNode(name: string): Promise<NodePanel> {
		const panel = new NodePanel(this.page);
		// A test that failed leaves its panel open.
		if (await panel.isOpen()) await panel.close();
		await this.closeNotices();
		await this.node(name).dblclick();
		await panel.untilOpen();
		return panel;
	}

	/** Runs the workflow by the button below it. */
	async execute(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
	}

	/** Waits until a node has run well. */
	async untilSuccessOf(name: string): Promise<void> {
		await this.node(name).getByTestId('canvas-node-status-success').waitFor();
	}

	/** The notice of an error stays, and may cover a node. Others go while they are being closed. */
	private async closeNotices(): Promise<void> {
		for (const button of await this.page.locator('.el-notification__closeBtn').all()) {
			await button.click({ timeout: 1_000 }).catch(() => {});
		}
	}
}
