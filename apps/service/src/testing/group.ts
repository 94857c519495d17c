import type { FastifyInstance } from 'fastify';
import { sessionsOf } from '../capabilities/accounts/index.ts';
import { roomIds } from '../capabilities/chat/index.ts';
import type { TestPerson } from './person.ts';
import { LiveClient } from './live-client.ts';
import { createWorld } from './world.ts';

/** The world with its rooms, listening on a real port, so that people can open real sockets. */
export type Group = Awaited<ReturnType<typeof openGroup>>;

export async function openGroup(given: Parameters<typeof createWorld>[0] = {}) {
	const world = await createWorld(given);
	const { db, deps, cohort, enrolments, interns } = world;
	const { origin, host } = new URL(deps.origin);
	const front = await serve(world.app);
	const { groupRoomId } = await roomIds(db, { cohortId: cohort.id });
	const threads = await Promise.all(
		enrolments.map(async (enrolment, n) => {
			const { privateRoomId } = await roomIds(db, { enrolmentId: enrolment.id });
			return { enrolment, intern: made(interns[n]), roomId: made(privateRoomId) };
		})
	);

	async function cookie(person: TestPerson) {
		const device = { userAgent: 'test', address: '127.0.0.1', now: deps.now };
		return (await sessionsOf(deps).open(person.id, false, device)).split(';')[0] ?? '';
	}
	async function serve(app: FastifyInstance) {
		const port = await listenSomewhere((port) => app.listen({ host: '127.0.0.1', port }));
		const socket = (headers: Record<string, string>) =>
			new LiveClient(`ws://127.0.0.1:${port}/api/live`, { host, origin, ...headers });
		return {
			/** A socket with these headers beside those of our pages. */
			socket,
			/** A signed-in person's open socket. */
			live: async (person: TestPerson) => socket({ cookie: await cookie(person) }).opened()
		};
	}

	return {
		...world,
		groupRoomId: made(groupRoomId),
		threads,
		cookie,
		/** Puts one more process of the service on a port. */
		serve,
		...front
	};
}

/** Below the range from which the system takes ports of its own. */
async function listenSomewhere(listenOn: (port: number) => Promise<string>): Promise<string> {
	for (let attempt = 1; ; attempt += 1) {
		const port = 20_000 + Math.floor(Math.random() * 10_000);
		try {
			await listenOn(port);
			return String(port);
		} catch (error) {
			if (attempt === 10) throw error;
		}
	}
}

function made<T>(thing: T | null | undefined): T {
	if (thing === null || thing === undefined) throw new Error('The world is not as expected');
	return thing;
}
