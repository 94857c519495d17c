import { confirmSubscription, subscribe, unsubscribe } from '@stazhirovka/contract/subscriptions';
import { newsItems, outbox, subscriptions } from '@stazhirovka/db/schema';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { sendNews, tidySubscriptions } from './index.ts';

const EMAIL = 'reader@test.example';

let world: World;
let guest: Visitor;

beforeAll(async () => {
	world = await createWorld();
	guest = await world.as(null);
});
beforeEach(async () => {
	world.at('2027-01-18T07:00:00Z');
	await world.db.delete(subscriptions);
	await world.db.delete(outbox);
	await world.db.delete(newsItems);
});
afterAll(() => world.close());

function ask(email = EMAIL, topics: ('news' | 'products')[] = ['news']) {
	return guest.call(subscribe, { body: { email, topics } });
}

async function letters() {
	return world.db.select().from(outbox).where(eq(outbox.to, EMAIL)).orderBy(asc(outbox.id));
}

async function lastToken(): Promise<string> {
	const last = (await letters()).at(-1);
	return /\/news\/letters\/([\w-]+)/u.exec(last?.text ?? '')?.[1] ?? '';
}

async function confirmed(): Promise<void> {
	await ask();
	await guest.must(confirmSubscription, { params: { token: await lastToken() } });
}

async function publish(publishedOn: string, title: string): Promise<void> {
	await world.db.insert(newsItems).values({ publishedOn, title, body: title });
}

test('R142: nothing is sent before the address is confirmed, and an unconfirmed one is forgotten', async () => {
	await publish('2027-01-18', 'Открыта площадка');
	expect(await ask()).toMatchObject({ ok: true });
	world.at('2027-01-19T07:00:00Z');
	await sendNews(world.deps);
	expect(await letters()).toHaveLength(1);
	world.at('2027-01-21T08:00:00Z');
	const late = await guest.call(confirmSubscription, { params: { token: await lastToken() } });
	expect(late).toEqual(refused(404, 'subscription.missing'));
	await tidySubscriptions(world.deps);
	expect(await world.db.$count(subscriptions)).toBe(0);
});

test('R142: what was published is told once, the next morning, whichever processes tell it', async () => {
	await confirmed();
	await publish('2027-01-18', 'Открыта площадка');
	await publish('2027-01-19', 'Завтрашняя новость');
	await sendNews(world.deps);
	expect(await letters()).toHaveLength(1);
	world.at('2027-01-19T07:00:00Z');
	await Promise.all([sendNews(world.deps), sendNews(world.deps)]);
	const [, digest, ...more] = await letters();
	expect(more).toEqual([]);
	expect(digest?.text).toContain('Открыта площадка');
	expect(digest?.text).not.toContain('Завтрашняя');
	world.at('2027-01-20T07:00:00Z');
	await sendNews(world.deps);
	world.at('2027-01-21T07:00:00Z');
	await sendNews(world.deps);
	expect((await letters()).slice(2).map(({ text }) => text.includes('Завтрашняя'))).toEqual([true]);
});

test('R142: one press in any letter ends them and forgets the address', async () => {
	await confirmed();
	await publish('2027-01-18', 'Открыта площадка');
	world.at('2027-01-19T07:00:00Z');
	await sendNews(world.deps);
	const token = await lastToken();
	const url = `/api/subscriptions/${token}/end`;
	expect((await letters()).at(-1)?.headers).toMatchObject({
		'List-Unsubscribe': `<${world.deps.origin}${url}>`,
		'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
	});
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const payload = 'List-Unsubscribe=One-Click';
	expect((await world.app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(200);
	expect(await world.db.$count(subscriptions)).toBe(0);
	const again = await guest.call(unsubscribe, { params: { token } });
	expect(again).toEqual(refused(404, 'subscription.missing'));
});

test('R142: whoever asks for another address changes nothing of it, and letters to it are few', async () => {
	await confirmed();
	expect(await ask(EMAIL.toUpperCase(), ['products'])).toMatchObject({ ok: true });
	const [row] = await world.db.select().from(subscriptions);
	expect(row).toMatchObject({ email: EMAIL, topics: ['news'] });
	await ask();
	expect(await ask()).toMatchObject({ refusal: { status: 429, code: 'subscription.too_many' } });
});
