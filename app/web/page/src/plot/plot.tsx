import 'uplot/dist/uPlot.min.css';

import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import uPlot from 'uplot';

import { count, day, month, onAxis } from '../format';
import { language, theme } from '../settings';
import { say } from '../words/words';

/** A figure in the plot: a dot, or a range with both its ends. Open ends (null) are drawn as arrows. */
export interface Mark {
  at_ms: number; ///< UTC
  min: number | null;
  max: number | null;
  tone: string; ///< of the verdict; 'accent' for the claim itself
  hollow: boolean; ///< a forecast
  strong: boolean; ///< the claim that the page is about
  group: string | null; ///< marks of one group are copies of one text, joined by a line
  to: string; ///< where a click leads
  told: ComponentChildren; ///< shown when pointed at
  words: string; ///< the same in one line, for screen readers
}

const kReach_px = 28; // how far from a mark the pointer may be
const kTip_px = 340; // how wide what is told beside a mark may be
const kSpread = 60; // from this ratio of largest to smallest on, the scale is logarithmic

const low = (mark: Mark) => mark.min ?? mark.max ?? 0;
const high = (mark: Mark) => mark.max ?? mark.min ?? 0;

function isLogarithmic(marks: Mark[]): boolean {
  const ends = marks.flatMap((mark) => [low(mark), high(mark)]);
  return ends.every((end) => end > 0) && Math.max(...ends) / Math.min(...ends) >= kSpread;
}

/** uPlot draws axes and keeps scales; ranges, hollow dots and copies are drawn on top by hand, which it does not know. */
interface PlotProps {
  marks: Mark[];
  unit: string;
  title: string;
  height_px: number;
  line?: boolean; ///< a series of one thing: joined, without dots
}

export function Plot({ marks: given, unit, title, height_px, line = false }: PlotProps) {
  const words = say().plot;
  const { route } = useLocation();
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const marks = useMemo(
    () => given.filter((mark) => mark.min !== null || mark.max !== null).sort((a, b) => a.at_ms - b.at_ms),
    [given],
  );
  const at = useSignal<number | undefined>(undefined);
  const place = useSignal({ left: 0, top: 0 });
  const logarithmic = useMemo(() => marks.length > 0 && isLogarithmic(marks), [marks]);

  const point = (index: number | undefined) => {
    at.value = index;
    const mark = index === undefined ? undefined : marks[index];
    const drawn = plot.current;
    if (!mark || !drawn) return;
    const box = drawn.over;
    const left = box.offsetLeft + drawn.valToPos(mark.at_ms / 1000, 'x');
    const width = holder.current!.clientWidth;
    const half = Math.min(kTip_px, width) / 2;
    place.value = {
      left: Math.min(Math.max(left, half), width - half),
      top: box.offsetTop + drawn.valToPos(high(mark), 'y'),
    };
    drawn.redraw(false);
  };

  useEffect(() => {
    if (marks.length === 0) return;
    const drawn = new uPlot(
      options(holder.current!, marks, logarithmic, height_px, line, () => at.peek()),
      dataOf(marks),
      holder.current!,
    );
    plot.current = drawn;
    const nearest = (event: PointerEvent | MouseEvent) => {
      const box = drawn.over.getBoundingClientRect();
      const index = nearestMark(drawn, marks, event.clientX - box.left, event.clientY - box.top);
      if (index !== at.peek()) point(index);
      drawn.over.style.cursor = index === undefined ? 'default' : 'pointer';
      return index;
    };
    const leave = () => point(undefined);
    const open = (event: MouseEvent) => {
      const index = nearest(event);
      if (index !== undefined) route(marks[index]!.to);
    };
    drawn.over.addEventListener('pointermove', nearest);
    drawn.over.addEventListener('pointerleave', leave);
    drawn.over.addEventListener('click', open);
    const resize = new ResizeObserver(() => drawn.setSize({ width: holder.current!.clientWidth, height: height_px }));
    resize.observe(holder.current!);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => drawn.redraw(false);
    dark.addEventListener('change', redraw);
    return () => {
      resize.disconnect();
      dark.removeEventListener('change', redraw);
      drawn.destroy();
      plot.current = undefined;
    };
  }, [marks, logarithmic, height_px, language.value]);
  useEffect(() => plot.current?.redraw(false), [theme.value]);

  if (marks.length === 0) return <p class="dim">{words.empty}</p>;
  const mark = at.value === undefined ? undefined : marks[at.value];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) point(Math.min(Math.max((at.value ?? (step > 0 ? -1 : marks.length)) + step, 0), marks.length - 1));
    else if (event.key === 'Enter' && mark) route(mark.to);
    else if (event.key === 'Escape') point(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <figure class="plot">
      <figcaption class="small dim">
        {title}
        {unit && <> · {unit}</>}
        {logarithmic && <> · {words.logarithmic}</>}
      </figcaption>
      <div
        class="plot-box"
        ref={holder}
        tabIndex={0}
        role="group"
        aria-roledescription={words.plot}
        aria-label={words.summary(title, count(marks.length))}
        onKeyDown={onKeyDown}
        onBlur={() => point(undefined)}
      >
        {mark && (
          <div
            class="plot-tip"
            style={{ left: `${place.value.left}px`, top: `${place.value.top}px` }}
            data-below={place.value.top < 150 || undefined}
          >
            {mark.told}
          </div>
        )}
      </div>
      <p class="sr" aria-live="polite">
        {mark?.words}
      </p>
    </figure>
  );
}

const unseen: uPlot.Series = { paths: () => null, points: { show: false } };
const dataOf = (marks: Mark[]): uPlot.AlignedData => [
  marks.map((mark) => mark.at_ms / 1000),
  marks.map(low),
  marks.map(high),
];

function options(
  holder: HTMLElement,
  marks: Mark[],
  logarithmic: boolean,
  height: number,
  line: boolean,
  chosen: () => number | undefined,
): uPlot.Options {
  const color = (name: string) => colorOf(holder, name);
  const axis = {
    stroke: () => color('dim'),
    grid: { stroke: () => color('line'), width: 1 },
    ticks: { stroke: () => color('line'), width: 1, size: 5 },
    font: `12px ${getComputedStyle(holder).fontFamily}`,
  };
  const first = marks[0]!.at_ms / 1000;
  const last = marks.at(-1)!.at_ms / 1000;
  const margin_s = Math.max((last - first) * 0.06, 20 * 86_400);
  return {
    width: holder.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [10, 44, 0, 0],
    scales: {
      x: { time: true, range: [first - margin_s, last + margin_s] },
      y: logarithmic
        ? {
            distr: 3,
            range: (_, min, max) => [10 ** Math.floor(Math.log10(min) - 0.1), 10 ** Math.ceil(Math.log10(max) + 0.1)],
          }
        : { range: (_, min, max) => linearRange(min, max) },
    },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1e3), 'Etc/UTC'),
    axes: [
      {
        ...axis,
        size: 30,
        space: 92,
        values: (_, splits, __, ___, step_s) => splits.map((at) => timeWords(at, step_s)),
      },
      {
        ...axis,
        ...(logarithmic && powersOnly(axis)),
        size: (_, values) =>
          Math.min(170, 22 + 7 * Math.max(3, ...(values ?? []).map((value) => (value ?? '').length))),
        values: (_, splits) => splits.map((split) => (split == null ? '' : onAxis(split))),
      },
    ],
    series: [{}, line ? { stroke: () => color('accent'), width: 2, points: { show: false } } : unseen, unseen],
    hooks: {
      draw: [
        (plot) => draw(plot, line ? marks.filter((_, index) => index === chosen()) : marks, color, line ? 0 : chosen()),
      ],
    },
  };
}

/** Lines and labels of a logarithmic axis at powers of ten only. */
function powersOnly(axis: uPlot.Axis): uPlot.Axis {
  const filter: uPlot.Axis.Filter = (_, splits) => splits.map((at) => (Number.isInteger(Math.log10(at)) ? at : null));
  return { filter, grid: { ...axis.grid, filter }, ticks: { ...axis.ticks, filter } };
}

/** From zero where that does not flatten the figures. */
function linearRange(min: number, max: number): [number, number] {
  if (min === max) return min === 0 ? [0, 1] : [Math.min(0, min * 1.2), Math.max(0, max * 1.2)];
  if (min >= 0 && min < max * 0.6) return [0, max * 1.08];
  const margin = (max - min) * 0.15;
  return [min - margin, max + margin];
}

function timeWords(at_s: number, step_s: number): string {
  const date = new Date(at_s * 1000);
  if (step_s >= 300 * 86_400) return `${date.getUTCFullYear()}`;
  return step_s >= 27 * 86_400 ? month(date) : day(date.toISOString());
}

/** A custom property as the canvas takes it: light-dark() is resolved by an element's computed colour. */
function colorOf(holder: HTMLElement, name: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(--${name})`;
  holder.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return color;
}

function nearestMark(plot: uPlot, marks: Mark[], x: number, y: number): number | undefined {
  let best: number | undefined;
  let distance = kReach_px;
  marks.forEach((mark, index) => {
    const dx = plot.valToPos(mark.at_ms / 1000, 'x') - x;
    const top = plot.valToPos(high(mark), 'y');
    const bottom = plot.valToPos(low(mark), 'y');
    const dy = y < top ? top - y : y > bottom ? y - bottom : 0;
    const away = Math.hypot(dx, dy);
    if (away < distance) [best, distance] = [index, away];
  });
  return best;
}

function draw(plot: uPlot, marks: Mark[], color: (name: string) => string, chosen: number | undefined) {
  const { ctx } = plot;
  const scale = devicePixelRatio;
  const colors = new Map<string, string>();
  const toned = (name: string) => {
    if (!colors.has(name)) colors.set(name, color(name));
    return colors.get(name)!;
  };
  const x = (mark: Mark) => plot.valToPos(mark.at_ms / 1000, 'x', true);
  const y = (value: number) => plot.valToPos(value, 'y', true);
  ctx.save();
  joinCopies(ctx, marks, x, y, toned('line-strong'), scale);
  const seen = new Set<string>();
  marks.forEach((mark, index) => {
    const copy = mark.group !== null && seen.has(mark.group);
    if (mark.group !== null) seen.add(mark.group);
    const radius = (mark.strong ? 6 : copy ? 3 : 4.5) * scale;
    ctx.strokeStyle = ctx.fillStyle = toned(mark.tone);
    ctx.lineWidth = 2 * scale;
    if (low(mark) !== high(mark)) {
      stroke(ctx, x(mark), y(low(mark)), x(mark), y(high(mark)));
      for (const end of [low(mark), high(mark)]) stroke(ctx, x(mark) - 4 * scale, y(end), x(mark) + 4 * scale, y(end));
    }
    if (mark.min === null || mark.max === null) arrow(ctx, x(mark), y(high(mark)), mark.min === null ? 1 : -1, scale);
    const middle = (y(low(mark)) + y(high(mark))) / 2;
    ctx.beginPath();
    ctx.arc(x(mark), middle, radius, 0, 2 * Math.PI);
    if (mark.hollow) ctx.fillStyle = toned('sheet');
    ctx.fill();
    ctx.stroke();
    if (index !== chosen && !mark.strong) return;
    ctx.lineWidth = 1.5 * scale;
    ctx.strokeStyle = toned('ink');
    ctx.beginPath();
    ctx.arc(x(mark), middle, radius + 3.5 * scale, 0, 2 * Math.PI);
    ctx.stroke();
  });
  ctx.restore();
}

function joinCopies(
  ctx: CanvasRenderingContext2D,
  marks: Mark[],
  x: (mark: Mark) => number,
  y: (value: number) => number,
  color: string,
  scale: number,
) {
  const last = new Map<string, Mark>();
  ctx.strokeStyle = color;
  ctx.lineWidth = scale;
  ctx.setLineDash([2 * scale, 3 * scale]);
  for (const mark of marks) {
    if (mark.group === null) continue;
    const before = last.get(mark.group);
    if (before) stroke(ctx, x(before), y(high(before)), x(mark), y(high(mark)));
    last.set(mark.group, mark);
  }
  ctx.setLineDash([]);
}

function stroke(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number) {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}

/** An open end: up (-1) for «at least», down (1) for «up to». */
function arrow(ctx: CanvasRenderingContext2D, x: number, y: number, direction: 1 | -1, scale: number) {
  const tip = y + direction * 18 * scale;
  stroke(ctx, x, y, x, tip);
  stroke(ctx, x - 4 * scale, tip - direction * 5 * scale, x, tip);
  stroke(ctx, x + 4 * scale, tip - direction * 5 * scale, x, tip);
}
