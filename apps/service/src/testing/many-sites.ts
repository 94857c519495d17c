import type { Database } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';

/**
 * A large register, made by the database itself: each site with its organisation, act, one or two decisions and the
 * periods that follow. Of five sites one is suspended, one terminated and one granted anew after a year without it.
 */
export async function makeManySites(db: Database, regionId: string, count: number): Promise<void> {
	await db.execute(sql`
		insert into municipalities (region_id, title)
		select ${regionId}, 'Округ ' || n from generate_series(1, 40) n`);
	await db.execute(sql`
		insert into organisations (key, title, short_title, kind, region_id, municipality_id)
		select 'many-' || n, 'Муниципальное бюджетное общеобразовательное учреждение «Школа № ' || n || '»',
			'Школа № ' || n, 'host', ${regionId}, (array(select id from municipalities order by title))[1 + n % 40]
		from generate_series(1, ${count}::int) n`);
	await db.execute(sql`
		insert into sites (key, organisation_id, region_id, regulation_key, title, theme, code)
		select 'many-' || n, o.id, ${regionId}, (array['lenobl', 'kuzbass', 'mariinsk'])[1 + n % 3],
			'Площадка «Зелёный класс ' || n || '»',
			(array['Оценивание', 'Наставничество', 'Ёмкие уроки'])[1 + n % 3] || ' в школе', 'M' || n
		from generate_series(1, ${count}::int) n join organisations o on o.key = 'many-' || n`);
	await db.execute(sql`
		insert into acts (region_id, kind, number, signed_on, issuer, title)
		select ${regionId}, 'приказ', 'М-' || n, date '2024-01-10' + n % 700, 'Комитет', 'О статусе'
		from generate_series(1, ${count}::int) n`);
	const made = sql`from sites s join acts a on s.key = 'many-' || substr(a.number, 3) and a.number like 'М-%'`;
	const nth = sql`substr(a.number, 3)::int % 5`;
	await db.execute(sql`
		insert into status_decisions (site_id, act_id, kind, from_day, last_day)
		select s.id, a.id, 'grant', a.signed_on, a.signed_on + 729 ${made}`);
	await db.execute(sql`
		insert into status_decisions (site_id, act_id, kind, from_day)
		select s.id, a.id, case ${nth} when 1 then 'suspend' else 'terminate' end, a.signed_on + 200 ${made}
		where ${nth} in (1, 2)`);
	await db.execute(sql`
		insert into status_periods (site_id, position, state, from_day, last_day, terminated)
		select s.id, 0, 'active', a.signed_on, a.signed_on + case when ${nth} in (1, 2) then 199 else 729 end, ${nth} = 2
		${made}
		union all
		select s.id, 1, 'suspended', a.signed_on + 200, a.signed_on + 729, false ${made} where ${nth} = 1`);
	await db.execute(sql`analyze`);
}
