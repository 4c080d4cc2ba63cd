import {
  Area,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import chartClasses from './chart.module.css';
import { type TrendDot, trendAxis } from './trend-points.ts';

/** A dot with its name on the axis and the words on it. */
export interface NamedDot extends TrendDot {
  readonly name: string;
  readonly label: string;
}

/** Dots over time with the band they likely lie in. Its numbers are in the card's table too. */
export const TrendChart = ({
  dots,
  axisWords,
  goal,
}: {
  dots: readonly NamedDot[];
  axisWords: (value: number) => string;
  /** Where the shop wants to be, drawn dashed; null without a goal. */
  goal: number | null;
}) => {
  const { low, high, lines } = trendAxis(goal === null ? dots : [...dots, { value: goal, range: null }]);
  return (
    <div className={chartClasses.chart} aria-hidden>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 200 }}>
        <ComposedChart
          data={[...dots]}
          margin={{ top: 22, right: 18, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="name"
            tickLine={false}
            axisLine={{ stroke: 'var(--line-2)' }}
            interval="equidistantPreserveStart"
            padding={{ left: 14, right: 8 }}
          />
          <YAxis
            domain={[low, high]}
            ticks={[...lines]}
            tickFormatter={axisWords}
            tickLine={false}
            axisLine={false}
            width={56}
          />
          <Area
            dataKey="range"
            stroke="none"
            fill="var(--h3)"
            fillOpacity={0.45}
            isAnimationActive={false}
            activeDot={false}
          />
          {goal !== null && (
            <ReferenceLine y={goal} stroke="var(--ink-2)" strokeDasharray="6 5" strokeWidth={1.5} />
          )}
          <Line
            dataKey="value"
            type="linear"
            stroke="var(--accent)"
            strokeWidth={2.5}
            dot={{ r: 4, fill: 'var(--accent)', strokeWidth: 0 }}
            activeDot={false}
            isAnimationActive={false}
          >
            <LabelList dataKey="label" position="top" offset={8} />
          </Line>
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
};
