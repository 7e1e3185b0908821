// Makes the TSV files beside it from two packages of Unicode's CLDR:
//
//     node make.mjs FOLDER-OF-cldr-core FOLDER-OF-cldr-person-names-full
//
// The same packages make the same files. README.md says where they come from.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const [core, full] = process.argv.slice(2)
if (!full) {
	console.error('make.mjs: give the folders of cldr-core and of ' +
		'cldr-person-names-full')
	process.exit(2)
}

const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))
const supplemental = name =>
	read(core, 'supplemental', `${name}.json`).supplemental
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
const sorted = rows => rows.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

// Variants (ca-ES-valencia) have no person names of their own.
const hasVariant = tag => tag.split('-').slice(1).some(part => part.length > 4)

function write(name, head, rows) {
	const lines = ['# Made by make.mjs from CLDR; not to be edited.',
		`# ${head.join('\t')}`, ...rows.map(row => row.join('\t'))]
	writeFileSync(join(here, name), lines.join('\n') + '\n')
	console.log(`${name}: ${rows.length} rows`)
}

const likely = supplemental('likelySubtags').likelySubtags
const explicit = supplemental('parentLocales').parentLocales.parentLocale
const scriptOf = tag => likely[tag]?.split('-')[1]

// Another script than the language's own is another text altogether.
function parentOf(tag) {
	const parts = tag.split('-')
	if (explicit[tag])
		return explicit[tag]
	if (parts.length === 1)
		return 'und'
	if (parts.length === 2 && parts[1].length === 4 &&
	    parts[1] !== scriptOf(parts[0]))
		return 'und'
	return parts.slice(0, -1).join('-')
}

const names = {}
for (const tag of sorted(readdirSync(join(full, 'main')))) {
	names[tag] = read(full, 'main', tag, 'personNames.json')
		.main[tag].personNames
	delete names[tag].sampleName
	// The defaults of a program that is not told what is wanted.
	delete names[tag].formality
	delete names[tag].length
}
function inherited(tag) {
	let at = parentOf(tag)
	while (!names[at])
		at = parentOf(at)
	return names[at]
}
for (const tag of Object.keys(names).filter(hasVariant)) {
	if (!same(names[tag], inherited(tag)))
		throw new Error(`${tag} has names of its own`)
	delete names[tag]
}

// Locales: what differs from the parent's.
const own = sorted(Object.keys(names).filter(
	tag => tag === 'und' || !same(names[tag], inherited(tag))))
const cells = {
	givenFirst: list => list.join(' ') || 'none',
	surnameFirst: list => list.join(' ') || 'none',
	nativeSpaceReplacement: text => `"${text}"`,
	foreignSpaceReplacement: text => `"${text}"`,
	initial: text => text,
	initialSequence: text => text,
}
write('locales.tsv',
	['locale', 'parent', 'given first', 'surname first', 'native space',
		'foreign space', 'initial', 'initials'],
	own.map(tag => [tag, tag === 'und' ? '' : parentOf(tag),
		...Object.entries(cells).map(([key, cell]) =>
			tag !== 'und' && same(names[tag][key], inherited(tag)[key])
				? '' : cell(names[tag][key]))]))

// Patterns: one row for the lengths and formalities that share one.
const lengths = ['long', 'medium', 'short']
const formalities = ['formal', 'informal']
function patternsOf(tag, order, length, usage, formality) {
	const all = names[tag].personName[order][length][usage]
	return sorted([formality, `${formality}-alt-1`]
		.map(key => all[key]).filter(pattern => pattern !== undefined)
		.filter((pattern, at, list) => list.indexOf(pattern) === at))
}
function* patternRows(tag) {
	for (const order of ['givenFirst', 'surnameFirst', 'sorting']) {
		const usages = order === 'sorting' ? ['referring']
			: ['referring', 'addressing', 'monogram']
		for (const usage of usages)
			yield* usageRows(tag, order, usage)
	}
}
function* usageRows(tag, order, usage) {
	const shared = new Map()
	for (const formality of formalities)
		for (const length of lengths) {
			const patterns = patternsOf(tag, order, length, usage,
				formality)
			const before = tag === 'und' ? null
				: patternsOf(ownerOf(tag), order, length, usage,
					formality)
			if (same(patterns, before))
				continue
			const key = `${formality}\t${patterns.join('\t')}`
			shared.set(key, [...shared.get(key) ?? [], length])
		}
	for (const [key, which] of shared) {
		const [formality, ...patterns] = key.split('\t')
		yield [tag, order, which.join(' '), usage, formality, ...patterns]
	}
}
function ownerOf(tag) {
	let at = parentOf(tag)
	while (!names[at])
		at = parentOf(at)
	return at
}
write('patterns.tsv',
	['locale', 'order', 'lengths', 'usage', 'formality', 'pattern',
		'another, for a name with other parts'],
	own.flatMap(tag => [...patternRows(tag)]))

write('parents.tsv', ['locale', 'parent'],
	sorted(Object.keys(explicit)).filter(tag => !hasVariant(tag))
		.map(tag => [tag, explicit[tag]]))

// Likely subtags: of the languages with names, and of scripts and regions.
const languages = new Set([...own, ...Object.keys(explicit)]
	.map(tag => tag.split('-')[0]))
write('likely.tsv', ['tag', 'what it most likely means'],
	sorted(Object.keys(likely)).filter(tag =>
		languages.has(tag.split('-')[0]))
		.map(tag => [tag, likely[tag]]))

// Other codes of languages with names: tl, iw, cmn.
const aliases = supplemental('aliases').metadata.alias.languageAlias
write('aliases.tsv', ['code', 'its language'],
	sorted(Object.keys(aliases)).filter(code =>
		/^[a-z]{2,3}$/.test(code) &&
		languages.has(aliases[code]._replacement.split('-')[0]) &&
		!languages.has(code))
		.map(code => [code, aliases[code]._replacement]))

// Scripts: runs of letters, also over code points that are not assigned.
const scripts = sorted(Object.keys(
	read(core, 'scriptMetadata.json').scriptMetadata))
	.filter(code => !['Zyyy', 'Zinh', 'Zzzz'].includes(code))
	.flatMap(code => {
		try {
			return [[code, new RegExp(`\\p{Script=${code}}`, 'u')]]
		} catch {
			return []
		}
	})
const none = /\p{Cn}/u
const runs = []
let run = null
for (let point = 0; point <= 0x10ffff; point++) {
	const letter = String.fromCodePoint(point)
	if ((point >= 0xd800 && point <= 0xf8ff) || none.test(letter))
		continue
	const found = run?.match.test(letter) ? run
		: scripts.find(([, match]) => match.test(letter))
	if (!found) {
		run = null
	} else if (run === found) {
		run.last = point
	} else {
		run = { code: found[0], match: found[1], first: point, last: point }
		runs.push(run)
	}
}
const hex = point => point.toString(16).padStart(4, '0')
write('scripts.tsv', ['first', 'last', 'script'],
	runs.map(({ first, last, code }) => [hex(first), hex(last), code]))
