import type { MessageReport, RoomRecord } from '@stazhirovka/contract/chat';
import type { Database, Tx } from '@stazhirovka/db';
import { inOrder } from '@stazhirovka/domain/chat';
import { allow } from '../../shell/errors.ts';
import { ledSites } from '../cohorts/index.ts';
import { cleanName } from '../files/index.ts';
import { messagesUpTo } from './message-queries.ts';
import { membersOf } from './queries.ts';
import type { Asking } from './reading.ts';
import { anyWaiting, reportsFor, type Judge, type ReportRow } from './reports-queries.ts';
import { enterRoom } from './rooms.ts';
import { toMessage, toMessages, toPerson } from './view.ts';

const PAGE = 20;
const EXPORT_PAGE = 500;

/** What people reported and I may judge, the newest first. */
export async function reports(asking: Asking, which: { before?: string; settled: boolean }) {
	const rows = await reportsFor(asking.db, await judgeOf(asking), which, PAGE + 1);
	return { reports: rows.slice(0, PAGE).map(toReport), more: rows.length > PAGE };
}

export async function judgeOf({ db, actor }: Pick<Asking, 'actor'> & { db: Database | Tx }): Promise<Judge> {
	return { personId: actor.personId, siteIds: await ledSites(db, actor) };
}

/** Whether something waits for me to judge it. */
export async function waiting(asking: Asking): Promise<boolean> {
	return anyWaiting(asking.db, await judgeOf(asking));
}

function toReport(row: ReportRow): MessageReport {
	const { id, roomId, room, isMember, reason, at, settled, settledAt, settler } = row;
	const decided = settled && settledAt && settler;
	return {
		...{ id, roomId, room, isMember, reason },
		message: toMessage({ ...row.message, author: row.author }),
		said: saidThen(row),
		reporter: toPerson(row.reporter),
		at: at.toISOString(),
		settled: decided ? { how: settled, by: toPerson(settler), at: settledAt.toISOString() } : null
	};
}

/** Nobody escapes a judgement by changing or removing his words; what a moderator hid stays hidden. */
function saidThen({ message, wordsThen, filesThen }: ReportRow): MessageReport['said'] {
	if (wordsThen === null || message.removal?.by === 'moderator') return null;
	return { text: wordsThen, files: filesThen ?? message.files };
}

/** All that stands in a room, for those who moderate it. */
export async function record({ db, actor }: Asking, roomId: string): Promise<RoomRecord> {
	const { room, pages } = await opened({ db, actor }, roomId);
	const members = inOrder((await membersOf(db, roomId)).map(toPerson));
	const messages: Said[] = [];
	for await (const page of pages) messages.push(...page);
	const { id, title, cohort, createdAt } = room;
	return { id, title, cohort, madeAt: createdAt.toISOString(), members, messages };
}

/** The same as plain text, page by page: who, when by the site's clock, and what. */
export async function recordText(
	asking: Asking,
	roomId: string
): Promise<{ name: string; text: AsyncGenerator<string> }> {
	const { room, pages } = await opened(asking, roomId);
	const clock = new Intl.DateTimeFormat('ru-RU', {
		timeZone: room.timeZone,
		dateStyle: 'short',
		timeStyle: 'short'
	});
	const text = (async function* () {
		yield `${room.title}\n${room.cohort}\n\n${NUMBERS}\n\n`;
		for await (const page of pages) {
			yield page.map((message) => `${lineOf(message, clock.format(new Date(message.at)))}\n`).join('');
		}
	})();
	return { name: cleanName(`${room.title}.txt`), text };
}

const NUMBERS =
	'Номер – место сообщения в чате. Номера идут с пропусками: их получают и правки, реакции, закрепления.';

type Said = RoomRecord['messages'][number];

function lineOf({ seq, replyTo, author, text, card, files, editedAt, removedAt }: Said, at: string): string {
	const answered = replyTo === null ? '' : ` ↳ ${replyTo}`;
	const attached = files.map(({ name }) => `[${name}]`);
	const edited = editedAt ? ' · изменено' : '';
	const said = removedAt
		? 'Сообщение удалено.'
		: [text, card && [card.title, ...card.lines].join('\n'), ...attached];
	return `${seq}${answered} · ${at} · ${author.fullName}${edited}\n${[said].flat().filter(Boolean).join('\n')}\n`;
}

async function opened({ db, actor }: Asking, roomId: string) {
	const room = await enterRoom(db, actor, roomId);
	allow(room.moderates);
	return { room, pages: pagesOf({ db, actor }, roomId, room.seq) };
}

async function* pagesOf({ db }: Asking, roomId: string, top: number): AsyncGenerator<Said[]> {
	for (let after = 0; ;) {
		const rows = await messagesUpTo(db, roomId, after, top, EXPORT_PAGE);
		yield toMessages(rows);
		if (rows.length < EXPORT_PAGE) return;
		after = rows.at(-1)?.seq ?? top;
	}
}
