/** The most bytes that the memory takes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Bytes of an answer beside its text, as measured: its key, its times, and its places in memory. */
const BESIDE_TEXT = 1_000;

/** In ms: how long an answer may stay after its time. */
const BETWEEN_SWEEPS = 60_000;

interface Remembered {
	/** As UTF-8, whose size is known. */
	text: Buffer;
	/** Unix time in ms. */
	at: number;
	/** Unix time in ms, after which no request wants it any more. */
	until: number;
}

/** The answers of providers as JSON text, by `answerKey`. They are only in the memory of the process. */
export class AnswerMemory {
	/** The answer that was used last is at the end. */
	private readonly answers = new Map<string, Remembered>();
	private bytes = 0;
	private isSweeping = false;

	/**
	 * An answer; undefined if there is none, or if it is too old.
	 *
	 * @param maxAge in ms
	 */
	find(key: string, maxAge: number): string | undefined {
		const answer = this.answers.get(key);
		if (!answer) return undefined;
		const age = Date.now() - answer.at;
		// A clock that was set back leaves answers of the future.
		if (age < 0 || age > maxAge) return undefined;
		answer.until = Math.max(answer.until, answer.at + maxAge);
		this.answers.delete(key);
		this.answers.set(key, answer);
		return String(answer.text);
	}

	/**
	 * Remembers an answer, and forgets those that were not used for longest if there is no room.
	 *
	 * @param maxAge in ms; a later request may prolong it while the answer is there
	 */
	remember(key: string, text: string, maxAge: number): void {
		this.forget(key);
		const size = Buffer.byteLength(text);
		if (size + BESIDE_TEXT > MOST_BYTES) return;
		// Small buffers are parts of a larger one, which stays as long as any of them.
		const bytes = Buffer.allocUnsafeSlow(size);
		bytes.write(text);
		const at = Date.now();
		this.answers.set(key, { text: bytes, at, until: at + maxAge });
		this.bytes += size + BESIDE_TEXT;
		for (const oldest of this.answers.keys()) {
			if (this.bytes <= MOST_BYTES) break;
			this.forget(oldest);
		}
		if (!this.isSweeping) this.sweepLater();
	}

	clear(): void {
		this.answers.clear();
		this.bytes = 0;
	}

	private forget(key: string): void {
		const answer = this.answers.get(key);
		if (!answer) return;
		this.answers.delete(key);
		this.bytes -= answer.text.length + BESIDE_TEXT;
	}

	private sweepLater(): void {
		this.isSweeping = this.answers.size > 0;
		if (!this.isSweeping) return;
		// Unlike other timers, it does not keep the process alive.
		const next = AbortSignal.timeout(BETWEEN_SWEEPS);
		next.addEventListener('abort', () => this.sweep(), { once: true });
	}

	private sweep(): void {
		const now = Date.now();
		for (const [key, { until }] of this.answers) if (until < now) this.forget(key);
		this.sweepLater();
	}
}

/** Shared by all node executions of this process. */
export const answerMemory = new AnswerMemory();
