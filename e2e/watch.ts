import type { BrowserContext } from '@playwright/test';

/** What a page must never do: ask another host for anything, throw, or complain to the console. */
export class Watch {
	readonly complaints: string[] = [];
	#host: string;
	#tolerated: RegExp[];

	constructor(baseURL: string, tolerated: RegExp[]) {
		this.#host = new URL(baseURL).host;
		this.#tolerated = tolerated;
	}

	over(context: BrowserContext): void {
		context.on('request', (request) => this.#asks(request.url()));
		context.on('page', (page) => page.on('websocket', (socket) => this.#asks(socket.url())));
		context.on('weberror', (error) => this.#complain(`page error: ${error.error().message}`));
		context.on('console', (message) => {
			if (message.type() === 'error') this.#complain(`console: ${message.text()} (${message.location().url})`);
		});
	}

	#asks(url: string): void {
		const { protocol, host } = new URL(url);
		if (['data:', 'blob:'].includes(protocol) || host === this.#host) return;
		this.complaints.push(`a request left our host: ${url}`);
	}

	#complain(words: string): void {
		if (!this.#tolerated.some((pattern) => pattern.test(words))) this.complaints.push(words);
	}
}
