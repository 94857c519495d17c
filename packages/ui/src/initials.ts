/** «Вереснёва Аглая Тихоновна» → «АВ»: given name first, as people say it. Names of places stay as they are written. */
export function initialsOf(name: string, of: 'person' | 'place'): string {
	const words = name.split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
	const [first = '', second = ''] = words.map((word) => word.charAt(0));
	return (of === 'person' ? second + first : first + second).toUpperCase();
}
