/** Kinds of products that practice at a site leaves (R139). */
export const PRODUCT_KINDS = ['recommendations', 'publication', 'individual', 'other'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

/**
 * On what terms others may use a product: an open licence (Civil Code of Russia, 1286.1) in the words of Creative
 * Commons 4.0, or only with the author's consent.
 */
export const LICENCES = ['by', 'by_sa', 'by_nc', 'by_nc_nd', 'consent'] as const;
export type Licence = (typeof LICENCES)[number];

/** Kinds of issued documents that a site may show to everybody: it speaks of its own work in them, and of no intern. */
export const PUBLIC_DOCUMENTS: readonly string[] = ['plan', 'report'];

/** Whose work it is has allowed to publish it, and nobody has asked for more: an open licence is the author's to give. */
export function licenceFaults(
	licence: Licence | null,
	isOfIntern: boolean
): { field: 'licence'; code: string }[] {
	const isOpen = licence !== null && licence !== 'consent';
	return isOfIntern && isOpen ? [{ field: 'licence', code: 'passport.licence_of_work' }] : [];
}

/** A place on the web, or nothing (R138). */
export function linkFaults(link: string | null): { field: 'link'; code: string }[] {
	return link === null || /^https?:\/\/[^\s/]+\.[^\s]+$/iu.test(link)
		? []
		: [{ field: 'link', code: 'passport.link_wrong' }];
}
