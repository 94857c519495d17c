/** What processes tell each other: who came and went, everybody they have in a room, a question, a sign of life, a farewell. */
export type Word =
	| { from: string; is: 'moves'; room: string; here: string[]; gone: string[] }
	| { from: string; is: 'whole'; room: string; here: string[] }
	| { from: string; is: 'question'; room: string | null }
	| { from: string; is: 'alive' }
	| { from: string; is: 'farewell' };

type Process = { heardAt: number; rooms: Map<string, Set<string>> };

/** A process that said nothing for so long has died. */
const SILENCE_MILLISECONDS = 40_000;

/** Who follows which room through other processes, as far as they told. */
export class Elsewhere {
	#processes = new Map<string, Process>();

	in(roomId: string): Set<string> {
		return new Set([...this.#processes.values()].flatMap(({ rooms }) => [...(rooms.get(roomId) ?? [])]));
	}

	/** The rooms in which it changes who is there. `now` in milliseconds of any clock that only goes forward. */
	hear(word: Word, now: number): string[] {
		const known = this.#processes.get(word.from);
		if (word.is === 'farewell') return this.#forget(word.from);

		const process = known ?? { heardAt: now, rooms: new Map() };
		process.heardAt = now;
		this.#processes.set(word.from, process);
		if (word.is !== 'moves' && word.is !== 'whole') return [];

		const people = word.is === 'whole' ? new Set<string>() : (process.rooms.get(word.room) ?? new Set());
		word.here.forEach((personId) => people.add(personId));
		if (word.is === 'moves') word.gone.forEach((personId) => people.delete(personId));
		if (people.size) process.rooms.set(word.room, people);
		else process.rooms.delete(word.room);
		return [word.room];
	}

	knows(name: string): boolean {
		return this.#processes.has(name);
	}

	/** The rooms of processes that died without a farewell. */
	forgetSilent(now: number): string[] {
		const silent = [...this.#processes].filter(([, { heardAt }]) => now - heardAt > SILENCE_MILLISECONDS);
		return silent.flatMap(([name]) => this.#forget(name));
	}

	#forget(name: string): string[] {
		const rooms = [...(this.#processes.get(name)?.rooms.keys() ?? [])];
		this.#processes.delete(name);
		return rooms;
	}
}
