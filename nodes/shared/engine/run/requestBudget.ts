import { Failure } from '../errors/failure';

/** How many requests a node execution may still send. */
export class RequestBudget {
	private left: number;

	/** @param most undefined for any number */
	constructor(private readonly most = Infinity) {
		this.left = most;
	}

	/** @throws Failure when no request is left */
	check(): void {
		if (this.left < 1) {
			throw new Failure(
				'capped',
				`Not sent, because Most Requests is ${this.most.toLocaleString('en')}. Raise it, or read the rest in another execution.`,
			);
		}
	}

	/**
	 * Takes one request.
	 *
	 * @throws Failure when none is left
	 */
	take(): void {
		this.check();
		this.left--;
	}
}
