import type { Output } from '@stazhirovka/contract/endpoint';
import type { findOrganisations } from '@stazhirovka/contract/sites';
import { z } from 'zod';
import type { Deps } from '../../../shell/context.ts';
import { searchListed } from './queries.ts';

/** As many as somebody looks through under a field. */
const SIZE = 20;

type Asked = { q?: string; ids?: string; page?: number };

/** Organisations to choose from: a page of those that match. */
export async function findListed(
	{ db }: Pick<Deps, 'db'>,
	{ q, ids, page = 1 }: Asked
): Promise<Output<typeof findOrganisations>> {
	const named = ids?.split(',').filter((id) => z.uuid().safeParse(id).success);
	const search = { q, ids: named };
	const rows = await searchListed(db, search, { limit: SIZE, offset: (page - 1) * SIZE });
	const [first] = rows.length || page === 1 ? rows : await searchListed(db, search, { limit: 1, offset: 0 });
	const total = first?.total ?? 0;
	return { items: rows.map(({ total: _, ...row }) => row), total, page, pages: Math.ceil(total / SIZE) };
}
