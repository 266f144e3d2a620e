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

	/** The names of the nodes, without notes. */
	async nodeNames(): Promise<string[]> {
		return await this.nodes.evaluateAll((nodes) =>
			nodes
				.filter(({ dataset }) => !dataset.nodeType?.endsWith('.stickyNote'))
				.map(({ dataset }) => dataset.nodeName ?? ''),
		);
	}

	/** Imports a workflow by its address, by the menu beside the workflow's name. */
	async importFromUrl(url: string): Promise<void> {
		await this.page.getByTestId('workflow-menu').click();
		await this.page.getByRole('menuitem', { name: 'Import' }).hover();
		await this.page.getByRole('menuitem', { name: 'From URL' }).click();
		const dialog = this.page.getByRole('dialog').filter({ hasText: 'Import Workflow from URL' });
		await dialog.locator('input').fill(url);
		await dialog.getByRole('button', { name: 'Import' }).click();
		await this.untilLoaded();
	}

	/** The part of the page that shows all nodes with their names, in pixels. */
	async extent(): Promise<{ x: number; y: number; width: number; height: number }> {
		await this.page.getByTestId('zoom-to-fit').click();
		// The canvas moves there.
		await this.page.waitForTimeout(1_000);
		const boxes = await Promise.all(
			(await this.nodes.all()).map(async (node) => await node.boundingBox()),
		);
		const shown = boxes.filter((box) => box !== null);
		// Names, and the plus of the last node, stand beside their nodes.
		const size = Math.min(...shown.map(({ height }) => height));
		const canvas = (await this.page.getByTestId('canvas-wrapper').boundingBox())!;
		const left = Math.max(canvas.x, Math.min(...shown.map(({ x }) => x)) - 0.8 * size);
		const top = Math.min(...shown.map(({ y }) => y)) - 0.4 * size;
		const right = Math.max(...shown.map(({ x, width }) => x + width)) + 1.1 * size;
		const bottom = Math.max(...shown.map(({ y, height }) => y + height)) + 0.8 * size;
		return {
			x: left,
			y: top,
			width: Math.min(canvas.x + canvas.width, right) - left,
			height: bottom - top,
		};
	}

	/** Opens the nodes panel by the plus of the last node; what is chosen there is connected to it. */
	async addAfterLast(): Promise<NodesPanel> {
		await this.page.getByTestId('canvas-handle-plus').last().click();
		const panel = new NodesPanel(this.page);
		await panel.untilOpen();
		return panel;
	}

	/** Opens the nodes panel by the button of an empty canvas. */
	async addFirst(): Promise<NodesPanel> {
		await this.page.getByTestId('canvas-add-button').click();
		const panel = new NodesPanel(this.page);
		await panel.untilOpen();
		return panel;
	}

	/** Opens the nodes panel by the plus of an agent; what is chosen there becomes its tool. */
	async addTool(): Promise<NodesPanel> {
		const plus = this.page
			.locator('[data-connection-type="ai_tool"]')
			.getByTestId('canvas-handle-plus');
		const panel = new NodesPanel(this.page);
		await plus.click();
		await panel.untilOpen('Tools').catch(async () => {
			// The editor shows other nodes instead, if it did not know all nodes yet.
			await this.page.keyboard.press('Escape');
			await plus.click();
			await panel.untilOpen('Tools');
		});
		return panel;
	}

	/**
	 * Sends a message in the editor's chat, and waits for the answer.
	 *
	 * @param file to attach
	 */
	async chat(message: string, answer: RegExp, file?: string): Promise<void> {
		const button = this.page.getByTestId('workflow-chat-button');
		await button.waitFor();
		// The editor remembers whether the chat is open.
		if ((await button.innerText()).includes('Open chat')) await button.click();
		if (file) {
			const chooser = this.page.waitForEvent('filechooser');
			await this.page.getByTestId('chat-attach-file-button').click();
			await (await chooser).setFiles(file);
		}
		const input = this.page.getByTestId('chat-input');
		await input.fill(message);
		await input.press('Enter');
		await this.page.getByTestId('canvas-chat-body').getByText(answer).first().waitFor();
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
		// A trigger has the same button.
		await this.page.getByTestId('execute-workflow-button').last().click();
	}

	/** Runs the workflow, and submits a file in its form, which opens in a tab of its own. */
	async executeWithForm(file: string): Promise<void> {
		const opened = this.page.context().waitForEvent('page');
		await this.execute();
		const form = await opened;
		await form.locator('input[type=file]').setInputFiles(file);
		await form.getByRole('button', { name: 'Submit' }).click();
		await form.getByText('Form Submitted').waitFor();
		await form.close();
		await this.page.bringToFront();
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
