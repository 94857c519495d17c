import type { PassportDesk } from '@stazhirovka/contract/passports';
import { shortName } from '@stazhirovka/domain/certificates';
import { stockOf } from './available.ts';
import type { Ctx } from '../../shell/context.ts';
import { allow } from '../../shell/errors.ts';
import { enterInnerSite, isActive } from '../staff/index.ts';
import * as queries from './queries.ts';
import { roleTitles } from './roles.ts';
import { passportOf } from './store.ts';

/** What a site shows to everybody and what it could show: for those who lead it and those who keep its register. */
export async function readDesk(ctx: Ctx, id: string): Promise<PassportDesk> {
	const { db } = ctx;
	const site = await enterInnerSite(db, ctx, id);
	allow(site.as.includes('leader') || site.as.includes('keeper'));
	const [row, stock, plan, news, products, works, titleOf, active] = await Promise.all([
		passportOf(db, id),
		stockOf(db, id, site.today),
		queries.planOn(db, id, site.today),
		queries.newsOf(db, id),
		queries.productsOf(db, id),
		queries.worksOf(db, id),
		roleTitles(db, site, site.today),
		isActive(ctx, site)
	]);
	const { revision, draft, shown, publishedAt } = row;

	return {
		...{ revision, draft, shown },
		publishedAt: publishedAt?.toISOString() ?? null,
		changed: revision > 0 && JSON.stringify(inOrder(draft)) !== JSON.stringify(shown && inOrder(shown)),
		staff: stock.staff.map(({ id: one, name, role, consented }) => ({
			...{ id: one, name, consented },
			role: titleOf(role)
		})),
		documents: stock.documents.map(({ id: one, title, dated }) => ({ id: one, title, dated })),
		agreements: stock.agreements,
		plan: plan
			? { from: plan.from, lastDay: plan.lastDay, rows: (await queries.openRows(db, plan.id)).length }
			: null,
		news: news.map(({ id: one, title, body, publishedOn, revision: n }) => ({
			...{ id: one, title, body, publishedOn },
			revision: n
		})),
		products: products.map((product) => ({ ...product, workId: product.finalWorkId })),
		works: works.map(({ author, ...work }) => ({ ...work, author: shortName(author) })),
		can: { write: active && site.as.includes('leader') }
	};
}

/** The same choice in one order of its parts: the database keeps an order of its own. */
function inOrder({ about, staff, documents, agreements, plan }: PassportDesk['draft']) {
	return [about, staff.toSorted(), documents.toSorted(), agreements.toSorted(), plan];
}
