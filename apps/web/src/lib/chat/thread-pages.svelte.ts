import type { Client, Heard, Message } from '@stazhirovka/domain/chat';
import type { Told } from './ask.ts';

type ThreadView = { seq: number; root: Message; replies: Message[]; earlier: boolean };

type Ports = {
	roomId: string;
	get: <T>(path: string) => Promise<Told<T>>;
	client: () => Client;
	hear: (heard: Heard) => void;
};

const PAUSE_MS = 3_000;

/** Asks for the thread that stands open, again and again while nobody answers, and says why it is not there. */
export class ThreadPages {
	/** Why the thread, or what stands earlier in it, did not come: a code for words. */
	problem: string | null = $state(null);
	loading = $state(false);
	#wanted: number | null = null;
	#retry: ReturnType<typeof setTimeout> | undefined;
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	open(root: number): Promise<void> {
		[this.#wanted, this.problem] = [root, null];
		return this.ask(root);
	}

	close(): void {
		clearTimeout(this.#retry);
		[this.#wanted, this.problem] = [null, null];
		const { thread } = this.#ports.client();
		if (thread) this.#ports.hear({ t: 'thread', root: thread.root, page: null });
	}

	/** Whoever presses «again» does not wait for the pause. */
	async again(): Promise<void> {
		if (this.#wanted !== null) await this.ask(this.#wanted);
	}

	/** Asked for by the room too, when what it has of the thread is too old. */
	async ask(root: number): Promise<void> {
		clearTimeout(this.#retry);
		const { epoch } = this.#ports.client();
		const told = await this.#ports.get<ThreadView>(this.#place(root));
		if (root !== this.#wanted) return;

		this.problem = told.ok ? null : told.code;
		if (told.ok) this.#ports.hear({ t: 'thread', root, page: pageOf(told.value, epoch) });
		else if (told.again) this.#retry = setTimeout(() => void this.ask(root), PAUSE_MS);
		else this.#ports.hear({ t: 'thread', root, page: null });
	}

	/** The answers before those that are shown. */
	async more(): Promise<void> {
		const { epoch, thread } = this.#ports.client();
		const before = thread?.room.messages[1]?.seq;
		if (!thread || before === undefined || this.loading) return;

		this.loading = true;
		const { root } = thread;
		const told = await this.#ports.get<ThreadView>(`${this.#place(root)}?before=${before}`);
		this.loading = false;
		if (root !== this.#wanted) return;
		this.problem = told.ok ? null : told.code;
		if (told.ok) this.#ports.hear({ t: 'thread_before', root, before, page: pageOf(told.value, epoch) });
	}

	#place(root: number): string {
		return `/rooms/${this.#ports.roomId}/threads/${root}`;
	}
}

function pageOf({ seq, root, replies, earlier }: ThreadView, epoch: string) {
	return { epoch, seq, messages: [root, ...replies], earlier };
}
