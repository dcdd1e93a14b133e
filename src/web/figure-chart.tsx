import type { Figure } from "../picture/types.ts";
import { m } from "./messages.ts";
import { ScrollBox } from "./scroll-box.tsx";
import { number, placeTitle, shortDay } from "./words.ts";

/** Figures of one kind on a common scale: a point for the best, a line for the range. The table beside them says all. */
export function FigureChart(props: {
  readonly group: string;
  readonly title: string;
  readonly figures: readonly Figure[];
}) {
  const { group, title, figures } = props;
  const most = Math.max(1, ...figures.map(({ best, low, high }) => Math.max(best ?? 0, low ?? 0, high ?? 0)));
  return (
    <ScrollBox label={`${group}. ${title}`}>
      <table class="grid figures">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{m.figures.place}</th>
            <th scope="col">{m.figures.measure}</th>
            <th scope="col" class="num">
              {m.figures.figure}
            </th>
            <td />
            <th scope="col">{m.figures.day}</th>
            <th scope="col">{m.place.why}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{figure.place ? placeTitle(figure.place) : m.figures.whole}</bdi>
              </th>
              <td>
                {[
                  figure.measure.replaceAll("-", " "),
                  figure.unit === "households" && figure.unit,
                  figure.who,
                ]
                  .filter(Boolean)
                  .join(", ")}
              </td>
              <td class="num nowrap">{figureWords(figure)}</td>
              <td class="chart">
                <Range figure={figure} most={most} />
              </td>
              <td class="nowrap">
                {figure.since && `${shortDay(figure.since)} – `}
                {figure.on && shortDay(figure.on)}
              </td>
              <td class="fine">{figure.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const WIDTH = 160;

function Range({ figure: { best, low, high }, most }: { readonly figure: Figure; readonly most: number }) {
  const x = (value: number) => 5 + ((WIDTH - 10) * value) / most;
  const left = low ?? best;
  const right = high ?? best ?? low;
  return (
    <svg width={WIDTH} height={18} aria-hidden="true">
      <line class="baseline" x1={5} x2={WIDTH - 5} y1={14.5} y2={14.5} />
      {left !== undefined && right !== undefined && (
        <line class="range" x1={x(left)} x2={x(right)} y1={8} y2={8} />
      )}
      {low !== undefined && high === undefined && best === undefined && (
        <path class="range" d={`M${x(low)},4l6,4l-6,4`} />
      )}
      {best !== undefined && <circle class="best" cx={x(best)} cy={8} r={4} />}
    </svg>
  );
}

function figureWords({ best, low, high }: Figure): string {
  const range =
    low !== undefined && high !== undefined && low !== high ? `${number(low)}–${number(high)}` : undefined;
  if (best !== undefined) return range ? `${number(best)} (${range})` : number(best);
  return range ?? (low !== undefined ? `≥ ${number(low)}` : high !== undefined ? `≤ ${number(high)}` : "");
}
