import type { PublishedPassport } from '@stazhirovka/contract/passports';
import { m } from '#lib/paraglide/messages.js';

type Product = PublishedPassport['products'][number];

type Told = Pick<Product, 'kind' | 'authors' | 'theme' | 'licence'>;

/** «методические рекомендации · Ольхова Т. В. · Чтение в начальной школе · свободно, с указанием автора (CC BY 4.0)» */
export function productWords({ kind, authors, theme, licence }: Told): string {
	const terms = licence && m.passports_licence({ licence });
	return [m.passports_product_kind({ kind }), authors, theme, terms].filter(Boolean).join(' · ');
}
