import type { Deps } from '../../../shell/context.ts';
import { tutorsAndLeaders } from '../../cohorts/index.ts';
import type { Connection } from './connection.ts';

const QUIET_MILLISECONDS = 500;

/** Tells those who run or lead a cohort that something moved in it; the screen then reads what. */
export class Watchers {
	#db: Deps['db'];
	#watchers = new Map<string, Set<Connection>>();
	/** Cohorts told of a moment ago; true when more has happened since. */
	#quiet = new Map<string, boolean>();

	constructor(db: Deps['db']) {
		this.#db = db;
	}

	/** In the place of what was watched before. */
	async watch(connection: Connection, cohortIds: string[]): Promise<void> {
		this.leave(connection);
		const mayWatch = await tutorsAndLeaders(this.#db, cohortIds);
		for (const cohortId of new Set(cohortIds)) {
			if (mayWatch(connection.actor, cohortId)) this.#join(connection, cohortId);
			else connection.send({ t: 'refused', code: 'cohort.missing' });
		}
	}

	/** After a change of grants: what may no longer be watched is let go. One query for all of them. */
	async review(connections: Connection[]): Promise<void> {
		const watched = connections.map((connection) => ({ connection, cohortIds: [...connection.watched] }));
		const cohortIds = new Set(watched.flatMap((one) => one.cohortIds));
		if (cohortIds.size === 0) return;

		const mayWatch = await tutorsAndLeaders(this.#db, [...cohortIds]);
		for (const { connection, cohortIds: mine } of watched)
			for (const cohortId of mine)
				if (!mayWatch(connection.actor, cohortId)) this.#part(connection, cohortId);
	}

	leave(connection: Connection): void {
		for (const cohortId of connection.watched) this.#part(connection, cohortId);
	}

	/** How many cohorts anybody watches. */
	get size(): number {
		return this.#watchers.size;
	}

	/** At once, then at most once in half a second. */
	news(cohortId: string): void {
		if (!this.#watchers.has(cohortId)) return;
		if (this.#quiet.has(cohortId)) return void this.#quiet.set(cohortId, true);

		for (const connection of this.#watchers.get(cohortId) ?? []) connection.send({ t: 'progress', cohortId });
		this.#quiet.set(cohortId, false);
		setTimeout(() => this.#speakAgain(cohortId), QUIET_MILLISECONDS).unref();
	}

	/** News may have been missed: every screen looks again. */
	newsOfAll(): void {
		for (const cohortId of this.#watchers.keys()) this.news(cohortId);
	}

	#speakAgain(cohortId: string): void {
		const more = this.#quiet.get(cohortId);
		this.#quiet.delete(cohortId);
		if (more) this.news(cohortId);
	}

	#join(connection: Connection, cohortId: string): void {
		connection.watched.add(cohortId);
		this.#watchers.set(cohortId, (this.#watchers.get(cohortId) ?? new Set()).add(connection));
	}

	#part(connection: Connection, cohortId: string): void {
		connection.watched.delete(cohortId);
		const watching = this.#watchers.get(cohortId);
		watching?.delete(connection);
		if (watching?.size === 0) this.#watchers.delete(cohortId);
	}
}
