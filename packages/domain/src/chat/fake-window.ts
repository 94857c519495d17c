import {
	begin,
	shown,
	type Client,
	type Heard,
	type Message,
	type Pending,
	type Said,
	type step,
	type Want
} from './index.ts';
import type { FakeService } from './fake-service.ts';

/** How a client goes from one state to the next: the product's, or one that forgets something. */
export type Rules = typeof step;
type Up = Extract<Said, { t: 'follow' | 'send' }>;
type Answer = Extract<Heard, { t: 'fetched' | 'page' | 'thread' | 'thread_before' }>;

/** One person with one window, the frames between them and the service, and the store of the browser. */
export class FakeWindow {
	client: Client;
	kept: readonly Pending[] = [];
	open = false;
	/** Told of everything that happens; the frames may get lost all the same. */
	followed = false;
	up: Up[] = [];
	down: Heard[] = [];
	answers: Answer[] = [];
	typed: string[] = [];
	readonly name: string;
	readonly service: FakeService;
	readonly #rules: Rules;

	constructor(name: string, service: FakeService, rules: Rules) {
		this.name = name;
		this.service = service;
		this.#rules = rules;
		this.client = begin(name, service.snapshot());
	}

	hear(heard: Heard): void {
		const { client, said } = this.#rules(this.client, heard);
		this.client = client;
		this.kept = client.outbox;
		for (const one of said) this.#say(one);
	}

	type(text: string, replyTo: number | null = null): void {
		const clientId = `${this.name} ${this.typed.length}`;
		this.typed.push(clientId);
		this.hear({ t: 'typed', message: { clientId, text, files: [], subject: null, replyTo, mentions: [] } });
	}

	ask(want: Want): void {
		this.answers.push({ t: 'page', want, page: this.service.page(want) });
	}

	connect(): void {
		this.cut();
		this.open = true;
		this.hear({ t: 'opened' });
	}

	cut(): void {
		[this.open, this.followed] = [false, false];
		[this.up, this.down] = [[], []];
		this.hear({ t: 'closed' });
	}

	/** The page is loaded anew, at its end or at a place; only what the browser's store keeps is left. */
	restart(at = Infinity): void {
		const { kept } = this;
		[this.open, this.followed] = [false, false];
		[this.up, this.down, this.answers] = [[], [], []];
		this.client = begin(this.name, this.service.snapshot(at));
		this.hear({ t: 'kept', outbox: kept });
	}

	/** Where the followed room is (C8). */
	beat(): void {
		if (this.followed) this.down.push({ t: 'top', seq: this.service.log.length });
	}

	/** What happened after a place in the log, told to a window that follows. */
	news(place: number): void {
		if (!this.followed) return;
		for (const event of this.service.log.slice(place)) this.down.push({ t: 'event', event });
	}

	/** The service reads a frame of this person. */
	serve(frame: Up): Heard[] {
		if (frame.t === 'send') return [this.service.post(this.name, frame.pending)];

		const told = this.service.after(frame.epoch, frame.seq);
		this.followed = told[0]?.t !== 'reload';
		return told;
	}

	get shown(): Message[] {
		return shown(this.client);
	}

	#say(said: Said): void {
		if (said.t === 'fetch') this.answers.push({ t: 'fetched', snapshot: this.service.snapshot() });
		else if (said.t === 'page') this.ask(said.want);
		else if (said.t === 'thread') this.answers.push({ ...said, page: this.service.thread(said.root) });
		else if (this.open) this.up.push(said);
	}
}
