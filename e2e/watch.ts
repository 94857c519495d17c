import type { BrowserContext } from '@playwright/test';

/** What a page must never do: ask another host for anything, throw, or complain to the console. */
export class Watch {
	#complaints: string[] = [];
	#host: string;

	constructor(baseURL: string) {
		this.#host = new URL(baseURL).host;
	}

	over(context: BrowserContext): void {
		context.on('request', (request) => this.#asks(request.url()));
		context.on('page', (page) => page.on('websocket', (socket) => this.#asks(socket.url())));
		context.on('weberror', (error) => this.#complaints.push(`page error: ${error.error().message}`));
		context.on('console', (message) => {
			if (message.type() === 'error') this.#complaints.push(`${message.text()} (${message.location().url})`);
		});
	}

	/** What was complained of since it was last asked, but for what a test brings about on purpose. */
	take(tolerated: RegExp[]): string[] {
		const complaints = this.#complaints;
		this.#complaints = [];
		return complaints.filter((words) => !tolerated.some((pattern) => pattern.test(words)));
	}

	#asks(url: string): void {
		const { protocol, host } = new URL(url);
		if (['data:', 'blob:'].includes(protocol) || host === this.#host) return;
		this.#complaints.push(`a request left our host: ${url}`);
	}
}
