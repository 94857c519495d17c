const LATIN: Record<string, string> = {
	...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k' },
	...{ л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts' },
	...{ ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' }
};
const LONGEST = 40;

/** «Внимание на уроке» → `vnimanie-na-uroke`: a name for an address, beginning with a letter. */
export function slugOf(title: string): string {
	const latin = [...title.toLowerCase()].map((letter) => LATIN[letter] ?? letter).join('');
	const slug = latin.replace(/[^a-z0-9]+/g, '-').replace(/^[-\d]+/, '');
	return slug.slice(0, LONGEST).replace(/-+$/, '');
}
