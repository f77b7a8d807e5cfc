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
  ['One LOGIN ÷ bare `node:tls`, CLI', 'single.cliSingle', '≤', 1.3, number(2)],
  ['One LOGIN ÷ bare `node:tls`, Action', 'single.actionSingle', '≤', 1.4, number(2)],
  [
    'LOGIN 50 ms away, less `node -e 0` and 9 round trips, CLI',
    'distance.beyondTrips',
    '≤',
    50,
    number(0, ' ms'),
  ],
  ['1,000 accounts, speed ÷ bare `node:tls`', 'thousand.toFloor', '≥', 0.72, number(2)],
  ['1,000 accounts, speed ÷ aiosmtplib', 'thousand.toAiosmtplib', '≥', 1, number(2)],
  ['5,000 accounts, speed ÷ bare `node:tls`', 'thousands.toFloor', '≥', 0.72, number(2)],
  ['5,000 accounts, speed ÷ aiosmtplib', 'thousands.toAiosmtplib', '≥', 1.15, number(2)],
  ['5,000 accounts, speed ÷ nodemailer', 'thousands.toNodemailer', '≥', 1.45, number(2)],
  ['5,000 accounts, peak memory', 'thousands.peakMiB', '≤', 200, number(0, ' MiB')],
  ['5,000 refused ÷ 5,000 accepted, Action', 'outcomes.refusedToAccepted', '≤', 1.3, number(2)],
  ['CPU per account, 5,000 ÷ 1,000 accounts', 'thousands.cpuGrowth', '≤', 1, number(2)],
  ['1,000 accounts 50 ms away, share of the bound', 'distantThousand.share', '≥', 0.85, number(2)],
  ['What a runner downloads (archive of the tag)', 'bytes.archive', '≤', 320e3, kB],
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
