import type { Connection } from './connection.ts';

const MOST_SOCKETS_PER_PERSON = 5;

/** The open sockets of this process, by person. */
export class Presence {
	#people = new Map<string, Set<Connection>>();

	/** False when the person has enough sockets open. */
	add(connection: Connection): boolean {
		const { personId } = connection.actor;
		const mine = this.#people.get(personId) ?? new Set();
		if (mine.size >= MOST_SOCKETS_PER_PERSON) return false;
		this.#people.set(personId, mine.add(connection));
		return true;
	}

	remove(connection: Connection): void {
		const { personId } = connection.actor;
		const mine = this.#people.get(personId);
		mine?.delete(connection);
		if (mine?.size === 0) this.#people.delete(personId);
	}

	of(personId: string): Connection[] {
		return [...(this.#people.get(personId) ?? [])];
	}

	people(): string[] {
		return [...this.#people.keys()];
	}

	all(): Connection[] {
		return [...this.#people.values()].flatMap((mine) => [...mine]);
	}
}
