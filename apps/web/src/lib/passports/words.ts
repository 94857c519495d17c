import type { PublishedPassport } from '@stazhirovka/contract/passports';
import { m } from '#lib/paraglide/messages.js';

type Product = PublishedPassport['products'][number];

/** «методические рекомендации · Ольхова Т. В. · Чтение в начальной школе» */
export function productWords({ kind, authors, theme }: Pick<Product, 'kind' | 'authors' | 'theme'>): string {
	return [m.passports_product_kind({ kind }), authors, theme].filter(Boolean).join(' · ');
}
