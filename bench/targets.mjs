// What is to be reached, and the first table of the page: the target beside the figure.
import { table } from './table.mjs';

const number =
  (digits, unit = '') =>
  (value) =>
    `${value.toFixed(digits)}${unit}`;
const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const ROUND_TRIPS = 'Round trips from SYN to verdict (STARTTLS, TLS 1.3)';

/** what is measured, scenario.figure, at most or at least, target, how to show it */
const TARGETS = [
  [`${ROUND_TRIPS}, PLAIN`, 'distance.tripsPlain', '≤', 7.2, number(2)],
  [`${ROUND_TRIPS}, CRAM-MD5`, 'distance.tripsCram', '≤', 8.2, number(2)],
  [`${ROUND_TRIPS}, LOGIN`, 'distance.tripsLogin', '≤', 9.2, number(2)],
  ['Round trips, implicit TLS, PLAIN', 'distance.tripsImplicit', '≤', 5.2, number(2)],
  ['Start-up ÷ `node -e 0`, CLI', 'startup.cliStartup', '≤', 1.1, number(2)],
  ['Start-up ÷ `node -e 0`, Action', 'startup.actionStartup', '≤', 1.3, number(2)],
  ['One LOGIN ÷ `node -e 0`, CLI', 'single.cliSingle', '≤', 1.75, number(2)],
  ['One LOGIN ÷ `node -e 0`, Action', 'single.actionSingle', '≤', 1.95, number(2)],
  [
    'LOGIN 50 ms away, less `node -e 0` and 9 round trips, CLI',
    'distance.beyondTrips',
    '≤',
    50,
    number(0, ' ms'),
  ],
  ['1,000 accounts ÷ nodemailer', 'thousand.toNodemailer', '≥', 1.4, number(2)],
  ['1,000 accounts ÷ aiosmtplib', 'thousand.toAiosmtplib', '≥', 1, number(2)],
  ['1,000 accounts ÷ xargs swaks', 'thousand.toSwaks', '≥', 35, number(0)],
  ['5,000 accounts ÷ nodemailer', 'thousands.toNodemailer', '≥', 2, number(2)],
  ['5,000 accounts, peak memory', 'thousands.peakMiB', '≤', 125, number(0, ' MiB')],
  ['CPU per account, 5,000 ÷ 1,000 accounts', 'thousands.cpuGrowth', '≤', 1, number(2)],
  ['1,000 accounts 50 ms away, share of the bound', 'distantThousand.share', '≥', 0.85, number(2)],
  ['Bytes that one check loads, CLI', 'bytes.plainCLI', '≤', 100e3, kB],
  ['Bytes that one check loads, Action', 'bytes.plainAction', '≤', 100e3, kB],
  ['Bytes of dist/ without licence texts', 'bytes.all', '≤', 600e3, kB],
];

/** @param figures scenario to its figures; what was not measured is left out */
export function targetTable(figures) {
  const rows = TARGETS.flatMap(([what, path, sense, target, show]) => {
    const [scenario, name] = path.split('.');
    const value = figures[scenario]?.[name];
    if (value === undefined) return [];
    const isReached = sense === '≤' ? value <= target : value >= target;
    return [[what, `${sense} ${show(target)}`, show(value), isReached ? 'yes' : '**no**']];
  });
  return table('Targets', ['what', 'target', 'measured', 'reached'], rows);
}
