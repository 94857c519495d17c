/** Text in HTML, wherever it stands. */
export function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}

const STYLE = `body{font:1rem/1.5 "PT Sans",system-ui,sans-serif;color:#1d2230;background:#fff;margin:0 auto;padding:2rem 1rem;max-width:46rem}
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
p{margin:.4rem 0;white-space:pre-line}table{border-collapse:collapse;width:100%}th,td{border:1px solid #b9c0cc;padding:.3rem .5rem;text-align:left;vertical-align:top}
.soft{color:#555f70}a{color:#1b4fa0}`;

/** A page that reads by itself, without the platform and without a network. `body` is HTML already. */
export function page(title: string, body: string): Buffer {
	return Buffer.from(`<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${body}
</body>
</html>
`);
}

/** A name that every file system takes. */
export function pathName(name: string): string {
	const plain = name
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	return shortened(plain) || 'файл';
}

/** Between words, where there is such a place: half a word at the end looks like a mistake. */
function shortened(name: string): string {
	const letters = [...name];
	if (letters.length <= LONGEST_NAME) return name;
	const cut = letters.slice(0, LONGEST_NAME + 1).join('');
	return (cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut.slice(0, -1)).trim();
}

const LONGEST_NAME = 80;
