import type { ProductFilter } from '@stazhirovka/contract/passports';
import { byAlphabet, choicesOf } from '@stazhirovka/domain/alphabet';
import { fullName } from '@stazhirovka/domain/certificates';
import { namedWithoutConsent } from '@stazhirovka/domain/staff';
import type { Deps } from '../../shell/context.ts';
import { PAGE_SIZE, pageOf } from '../sites/index.ts';
import { nameablesOf } from '../staff/index.ts';
import { productPlaces, searchProducts } from './catalogue-queries.ts';

type Asked = ProductFilter & { page?: number };

/** A page of what sites have published of their practice (R137); authors are told as on the passports of the sites. */
export async function readCatalogue({ db }: Pick<Deps, 'db'>, { page: wanted, ...filter }: Asked) {
	const { page, ...slice } = pageOf(wanted);
	const [rows, places] = await Promise.all([searchProducts(db, filter, slice), productPlaces(db)]);
	const [first] =
		rows.length || page === 1 ? rows : await searchProducts(db, filter, { limit: 1, offset: 0 });
	const total = first?.total ?? 0;
	const staff = await nameablesOf(db, [...new Set(rows.map(({ site }) => site.id))]);
	return {
		items: rows.map(({ authors, author, finalWorkId, total: _, ...product }) => ({
			...product,
			authors:
				finalWorkId && author
					? fullName(author)
					: namedWithoutConsent(authors, staff.get(product.site.id) ?? []).length
						? ''
						: authors
		})),
		...{ total, page, pages: Math.ceil(total / PAGE_SIZE) },
		choices: {
			regions: choicesOf(places.map(({ region }) => ({ value: region.id, title: region.title }))),
			sites: choicesOf(places.map(({ site }) => ({ value: site.id, title: site.title }))),
			themes: [...new Set(places.map(({ theme }) => theme).filter(Boolean))].toSorted(byAlphabet)
		}
	};
}
