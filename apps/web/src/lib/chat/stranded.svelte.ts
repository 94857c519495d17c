import type { Pending } from '@stazhirovka/domain/chat';
import type { Told } from './ask.ts';
import type { Kept } from './kept.ts';

type Ports = {
	get: (path: string) => Promise<Told<unknown>>;
	kept: (room: string) => Pick<Kept<unknown>, 'read' | 'outbox'>;
};
type Left = { room: string; pending: Pending };

/** What was written in rooms that are not open to the person any more: it never goes, and is shown before it is lost. */
export class Stranded {
	list: readonly Left[] = $state.raw([]);
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Of rooms with something unsent: those that the service says are not there. Without a network nothing is known. */
	async look(rooms: readonly string[]): Promise<void> {
		const found = await Promise.all(rooms.map((room) => this.#leftIn(room)));
		this.list = found.flat();
	}

	async drop({ room, pending: { clientId } }: Left): Promise<void> {
		const kept = this.#ports.kept(room);
		const { outbox } = await kept.read();
		kept.outbox(outbox.filter((pending) => pending.clientId !== clientId));
		this.list = this.list.filter(({ pending }) => pending.clientId !== clientId);
	}

	async #leftIn(room: string): Promise<Left[]> {
		const told = await this.#ports.get(`/rooms/${room}`);
		if (told.ok || told.code !== 'room.missing') return [];
		const { outbox } = await this.#ports.kept(room).read();
		return outbox.map((pending) => ({ room, pending }));
	}
}
