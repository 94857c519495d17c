import type { Room } from '@stazhirovka/contract/chat';
import type { Outbox } from '@stazhirovka/domain/chat';
import type { LiveLine } from '#lib/live/line.svelte.ts';
import type { Told } from './ask.ts';
import type { Kept } from './kept.ts';
import { RoomController } from './room.svelte.ts';

type Ports = {
	line: LiveLine;
	person: string;
	rooms: () => Promise<string[]>;
	kept: (room: string) => Pick<Kept<unknown>, 'read' | 'outbox'>;
	/** The page of the room is open: it sends by itself. */
	isOpen: (room: string) => boolean;
	get: <T>(path: string) => Promise<Told<T>>;
	insist: (path: string, body: unknown) => Promise<Told<unknown>>;
};

const PAUSE_MS = 15_000;
const onItsWay = (outbox: Outbox) => outbox.some(({ state }) => state !== 'failed');

/** Sends what was written in rooms whose pages are not open, as their own pages would (C7). */
export class Carrier {
	#carried = new Map<string, () => void>();
	#retry: ReturnType<typeof setTimeout> | undefined;
	#ended = false;
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Looks for what waits: when a page is opened, a room is left or the network is back. */
	async look(): Promise<void> {
		for (const room of await this.#ports.rooms())
			if (!this.#carried.has(room) && !this.#ports.isOpen(room)) await this.#carry(room);
	}

	end(): void {
		this.#ended = true;
		clearTimeout(this.#retry);
		for (const leave of this.#carried.values()) leave();
		this.#carried.clear();
	}

	async #carry(room: string): Promise<void> {
		const { line, person, get, insist } = this.#ports;
		this.#carried.set(room, () => undefined);
		const told = await get<Room>(`/rooms/${room}`);
		if (!told.ok || this.#ended) {
			this.#carried.delete(room);
			if (!this.#ended && !told.ok && told.again) this.#later();
			return;
		}
		const kept = this.#ports.kept(room);
		const { outbox } = await kept.read();
		const controller = new RoomController(told.value, {
			line,
			me: person,
			get,
			insist,
			keep: (left) => {
				kept.outbox(left);
				if (!onItsWay(left)) setTimeout(() => this.#done(room));
			},
			newId: () => crypto.randomUUID()
		});
		if (onItsWay(outbox) && !this.#ended) this.#carried.set(room, controller.open(outbox));
		else this.#carried.delete(room);
	}

	#done(room: string): void {
		this.#carried.get(room)?.();
		this.#carried.delete(room);
	}

	#later(): void {
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => void this.look(), PAUSE_MS);
	}
}
