type Step = () => void | Promise<void>;

/**
 * Runs the steps, the last one added first, when the process is asked to stop, and leaves with code 0.
 * Being asked again while stopping leaves at once.
 */
export class Stopping {
	readonly #steps: Step[] = [];
	#begun = false;

	constructor() {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#leave());
		if (process.env.npm_lifecycle_event) this.#leaveWithNpm();
	}

	add(step: Step): void {
		this.#steps.unshift(step);
	}

	get begun(): boolean {
		return this.#begun;
	}

	/** Runs the steps without leaving. */
	async stop(): Promise<void> {
		this.#begun = true;
		for (const step of this.#steps.splice(0)) await step();
	}

	/** npm passes a signal to the shell between us, which dies of it without telling; so its death is watched. */
	#leaveWithNpm(): void {
		const shell = process.ppid;
		const watch = setInterval(() => {
			if (process.ppid === shell && !this.#begun) return;
			clearInterval(watch);
			if (!this.#begun) this.#leave();
		}, 500);
		watch.unref();
	}

	#leave(): void {
		if (this.#begun) process.exit(1);
		void this.stop().then(
			() => process.exit(0),
			() => process.exit(1)
		);
	}
}
