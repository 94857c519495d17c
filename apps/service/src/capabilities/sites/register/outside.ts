import type { OutsideRow } from '@stazhirovka/contract/sites';
import { doubtsOf } from '@stazhirovka/domain/sites';
import { domainToUnicode } from 'node:url';
import type { Deps } from '../../../shell/context.ts';
import { outsideRows } from './outside-queries.ts';

/** The registers of others, with what is doubtful in them (R155–R157). No address is ever opened by us. */
export async function readOutside({
	db
}: Pick<Deps, 'db'>): Promise<{ table: number; rows: OutsideRow[] }[]> {
	const rows = await outsideRows(db);
	const doubts = doubtsOf(rows);
	const told = rows.map(({ table, n, subject, name, links, note }, index) => ({
		table,
		row: { n, subject, name, note, links: links.map(toLink), doubts: doubts[index] ?? [] }
	}));
	return [...Map.groupBy(told, ({ table }) => table)].map(([table, list]) => ({
		table,
		rows: list.map(({ row }) => row)
	}));
}

function toLink(href: string) {
	const host = URL.canParse(href) ? new URL(href).host : href;
	return { href, host: domainToUnicode(host).replace(/^www\./, '') || host };
}
