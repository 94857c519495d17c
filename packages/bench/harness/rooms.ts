import { connect, disconnect } from '@stazhirovka/db';
import { createWorld } from '@stazhirovka/service/measured';
import postgres from 'postgres';

export type Member = { personId: string; cookie: string };
export type TestRoom = { id: string; epoch: string; members: Member[] };

/** So many rooms of so many people in a database that has nothing yet: a world is made first, and left. */
export async function makeRooms(url: string, rooms: number, perRoom: number): Promise<TestRoom[]> {
	const db = connect(url);
	const world = await createWorld({
		database: Promise.resolve({ db, url, drop: () => disconnect(db) })
	});
	await world.close();
	return addRooms(url, rooms, perRoom);
}

/**
 * So many rooms beside a world, each of a cohort of its own, and so many people in each with an open session; nobody is
 * in two rooms. The site, the programme and all that a cohort needs are those of the world.
 */
export async function addRooms(url: string, rooms: number, perRoom: number): Promise<TestRoom[]> {
	const client = postgres(url, { max: 1, onnotice: () => undefined });
	const made = 'bench-';
	await client`
		insert into cohorts (key, programme_version_id, site_id, title, starts_on, ends_on, capacity)
		select ${made} || n, programme_version_id, site_id, 'Поток ' || n, starts_on, ends_on, ${perRoom}
		from cohorts, generate_series(1, ${rooms}::int) n where key = 'adhd-2027-1'`;
	await client`
		insert into rooms (kind, cohort_id, title)
		select 'group', id, title from cohorts where key like ${`${made}%`}`;
	await client`
		insert into people (email, surname, given_name, patronymic)
		select ${made} || n || '@test.example', 'Вереснёва', 'Аглая', 'Тихоновна'
		from generate_series(1, ${rooms * perRoom}::int) n`;
	await client`
		insert into sessions (id, person_id, expires_at, ends_at)
		select encode(sha256(convert_to('intern.' || email, 'UTF8')), 'hex'), id, now() + interval '6 days', now() + interval '20 days'
		from people where email like ${`${made}%`}`;
	const rows = await client<{ id: string; epoch: string; personId: string; email: string }[]>`
		with placed as (
			select r.id, r.epoch, row_number() over (order by r.id) - 1 as place from rooms r
			join cohorts c on c.id = r.cohort_id and c.key like ${`${made}%`}
		), people as (
			select id, email, (row_number() over (order by id) - 1) / ${perRoom}::int as place from people
			where email like ${`${made}%`}
		), inside as (
			insert into room_members (room_id, person_id) select r.id, p.id from placed r join people p using (place)
		)
		select r.id, r.epoch, p.id as "personId", p.email from placed r join people p using (place)`;
	await client`analyze`;
	await client.end();

	const found = new Map<string, TestRoom>();
	for (const { id, epoch, personId, email } of rows) {
		const room = found.get(id) ?? { id, epoch, members: [] };
		found.set(id, room);
		room.members.push({ personId, cookie: `session=intern.${email}` });
	}
	return [...found.values()];
}
