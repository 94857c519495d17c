/** What a site keeps for its programmes; a recording of a lesson is one of them. */
export const MATERIAL_KINDS = [
	'card',
	'template',
	'collection',
	'memo',
	'checklist',
	'guide',
	'law',
	'video'
] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

export const CAPTIONS_MIME = 'text/vtt';

/** Why a file cannot be a material of this kind; `null` when it can. */
export function misfit(
	kind: MaterialKind,
	mime: string
): 'material.not_a_video' | 'material.a_video' | 'material.captions' | null {
	if (mime === CAPTIONS_MIME) return 'material.captions';
	const moves = mime.startsWith('video/');
	if (kind === 'video') return moves ? null : 'material.not_a_video';
	return moves ? 'material.a_video' : null;
}
