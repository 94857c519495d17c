import { textOf, textOrNull } from '#lib/server/form-text.ts';

/** What `GroupForm` sends. A member stands on a line: «Ольхова Т. В. – ведёт группу, olhova@school.example». */
export function groupOf(data: FormData) {
	const said = (name: string) => textOf(data, name).trim();
	const members = said('members')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => {
			const email = /\S+@\S+$/.exec(line)?.[0] ?? '';
			const words = line.slice(0, line.length - email.length).replace(/[\s,–—-]+$/, '');
			const [name = '', ...part] = words.split(/\s+[–—-]\s+/);
			return { name, part: part.join(' – '), email };
		});
	return {
		...{ title: said('title'), direction: said('direction'), from: said('from') },
		...{ lastDay: textOrNull(data, 'lastDay'), results: said('results'), members }
	};
}
