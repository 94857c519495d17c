import { ClientFrame, type ReadFrame } from '@stazhirovka/contract/chat';
import { z } from 'zod';
import type { Deps } from '../../../shell/context.ts';
import { AppError } from '../../../shell/errors.ts';
import { act } from '../commands/act.ts';
import { markRead } from '../commands/mark-read.ts';
import { postMessage } from '../commands/post-message.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import type { Report } from './report.ts';

type Service = { deps: Deps; hub: Hub; report: Report };
type Sending = { roomId: string; clientId: string };

/** Enough of a frame to tell its sender which message was refused. */
const Sent = z.object({ t: z.enum(['send', 'act']), roomId: z.uuid(), clientId: z.uuid() });

/** What one socket said: a readable frame takes its turn, everything else is refused and counted. */
export function receive(service: Service, connection: Connection, data: string | null): void {
	if (!connection.isOpen) return;
	const json = data === null ? undefined : parse(data);
	const frame = ClientFrame.safeParse(json);
	const sending = Sent.safeParse(json).data;

	if (!connection.mayAsk()) return refuse(connection, 'live.too_many', sending);
	if (!frame.success) return refuse(connection, 'frame.malformed', sending);
	connection.forgive();
	const waits = connection.enqueue(() => settle(service, connection, frame.data));
	if (!waits) refuse(connection, 'live.too_many', sending);
}

/** A refused message is named, so that its author sees it; anything else only counts against the sender. */
function refuse(connection: Connection, code: string, sending: Sending | undefined): void {
	if (sending) connection.send({ t: 'nack', roomId: sending.roomId, clientId: sending.clientId, code });
	else connection.send({ t: 'refused', code });
	connection.strike();
}

async function settle(service: Service, connection: Connection, frame: ReadFrame): Promise<void> {
	if (!connection.isOpen) return;
	try {
		await answer(service, connection, frame);
	} catch (error) {
		if (!(error instanceof AppError)) service.report(error);
		const code = error instanceof AppError ? error.problem.code : 'service.unavailable';
		if (frame.t === 'send' || frame.t === 'act')
			connection.send({ t: 'nack', roomId: frame.roomId, clientId: frame.clientId, code });
		else connection.send({ t: 'refused', code });
	}
}

async function answer({ deps, hub }: Service, connection: Connection, frame: ReadFrame): Promise<void> {
	const asking = { db: deps.db, now: deps.now, origin: deps.origin, actor: connection.actor };
	switch (frame.t) {
		case 'follow':
			return hub.follow(connection, frame.rooms);
		case 'watch':
			return hub.watchers.watch(connection, frame.cohorts);
		case 'send': {
			const { roomId, clientId } = frame;
			const seq = await postMessage(asking, frame);
			hub.stored(roomId, seq);
			return connection.send({ t: 'ack', roomId, clientId, seq });
		}
		case 'act': {
			const { roomId, clientId } = frame;
			const seq = await act(asking, frame);
			hub.stored(roomId, seq);
			return connection.send({ t: 'ack', roomId, clientId, seq });
		}
		case 'read':
			await markRead(asking, frame);
			return;
		case 'typing':
			return hub.typing.hear(connection, frame.roomId);
		case 'pong':
			return;
	}
}

function parse(data: string): unknown {
	try {
		return JSON.parse(data);
	} catch {
		return undefined;
	}
}
