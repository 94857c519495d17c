import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/passports';
import type { Deps } from '../../shell/context.ts';
import { sendBytes } from '../files/index.ts';
import { publishItem } from './commands/publish-item.ts';
import { publishPassport, savePassport } from './commands/save-passport.ts';
import { writeNews } from './commands/write-news.ts';
import { writeProduct } from './commands/write-product.ts';
import { readCatalogue } from './catalogue.ts';
import { readDesk } from './desk.ts';
import { publicDocument, readPublished } from './published.ts';

const DONE = { done: true } as const;

/** What sites have published about themselves: for everybody. */
export const publishedPassportsHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({
		...contract.getPublishedPassport,
		handler: (request) => readPublished(deps, request.params.id)
	});
	app.route({ ...contract.listProducts, handler: (request) => readCatalogue(deps, request.query) });
	app.route({
		...contract.downloadSiteDocument,
		handler: async (request, reply) => sendBytes(reply, await publicDocument(deps, request.params.id))
	});
};

/** What a site publishes about itself: for those who lead it. */
export const passportsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getPassportDesk,
		handler: (request) => readDesk(request.context(), request.params.id)
	});
	app.route({
		...contract.savePassport,
		async handler(request) {
			await savePassport(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.publishPassport,
		async handler(request) {
			await publishPassport(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.writeNews,
		async handler(request) {
			await writeNews(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.publishNews,
		async handler(request) {
			await publishItem(request.context(), 'news', { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.writeProduct,
		async handler(request) {
			await writeProduct(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.publishProduct,
		async handler(request) {
			await publishItem(request.context(), 'product', { ...request.params, ...request.body });
			return DONE;
		}
	});
};
