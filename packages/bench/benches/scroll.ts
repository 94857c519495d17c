import { freePort } from '@stazhirovka/db/embedded';
import postgres from 'postgres';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openDatabase } from '../harness/database.ts';
import { openProduct } from '../harness/product.ts';
import { makeRooms } from '../harness/rooms.ts';
import { openChromium } from '../load/chromium.ts';
import { openAtUnread, scrollThrough } from '../load/reading-page.ts';

const MESSAGES = 10_000;
const UNREAD = 60;
const PAGE = 'the page in Chromium';

/** A room in which one wrote and the other read all but the last of it; words of every length, as people write. */
async function fill(url: string, roomId: string, [author = '', reader = '']: string[]): Promise<void> {
	const client = postgres(url, { max: 1, onnotice: () => undefined });
	await client`
		insert into room_events (room_id, seq, type, author_id, client_id, body, body_hash, created_at)
		select ${roomId}, n, 'message.posted', ${author}, gen_random_uuid(), '{}', '\\x00'::bytea, now() - (${MESSAGES}::int - n) * interval '3 minutes'
		from generate_series(1, ${MESSAGES}::int) n`;
	await client`
		insert into room_messages (room_id, seq, client_id, author_id, text, files, mentions, created_at)
		select e.room_id, e.seq, e.client_id, e.author_id,
			case when e.seq % 7 = 0 then '**План урока** на среду:' || E'\n- начало\n- середина\n- конец\n' else '' end
				|| repeat('Мы с классом попробовали это вчера. ', (1 + e.seq * 7919 % 9)::int), '[]', '[]', e.created_at
		from room_events e where e.room_id = ${roomId}`;
	await client`update rooms set last_seq = ${MESSAGES}, message_count = ${MESSAGES} where id = ${roomId}`;
	await client`
		update room_members set last_read_seq = ${MESSAGES - UNREAD}, read_count = ${MESSAGES - UNREAD}
		where room_id = ${roomId} and person_id = ${reader}`;
	await client`analyze`;
	await client.end();
}

async function prepare(): Promise<Prepared> {
	const database = await openDatabase();
	const [room] = await makeRooms(database.url, 1, 2);
	const [author, reader] = room?.members ?? [];
	if (!room || !author || !reader) throw new Error('No room');
	await fill(database.url, room.id, [author.personId, reader.personId]);
	const product = await openProduct(database, await freePort());
	const browser = await openChromium();
	const [name = '', value = ''] = reader.cookie.split('=');

	/** Each time a new window; reading is not told, so that the first unread message stays where it is. */
	async function run() {
		const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
		await context.addCookies([{ name, value, url: product.address }]);
		await context.routeWebSocket('**/api/live', () => undefined);
		const page = await context.newPage();
		await page.goto(`${product.address}/chat`, { waitUntil: 'networkidle' });
		const open = await page.evaluate(openAtUnread, room?.id ?? '');
		const scrolled = await page.evaluate(scrollThrough);
		await context.close();
		return { open, ...scrolled };
	}

	return {
		contenders: [{ name: PAGE, run }],
		goals: [
			{ ours: PAGE, measure: 'open', atMost: 300 },
			{ ours: PAGE, measure: 'longestTask', atMost: 100 },
			{ ours: PAGE, measure: 'longTasks', atMost: 0 }
		],
		roots: [database.pid()],
		async close() {
			await browser.close();
			await product.close();
			await database.close();
		}
	};
}

export const scroll: Bench = {
	name: 'chat-scroll',
	job: 'a room of 10,000 messages opened at the first unread one and scrolled from end to end, in milliseconds',
	prepare
};
