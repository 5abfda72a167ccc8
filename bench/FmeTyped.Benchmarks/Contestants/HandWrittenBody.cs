using System.Globalization;
using System.Text.Json;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>
/// The bodies of both versions as somebody writes them who wants them fast: UTF-8 literals, numbers formatted on the stack, nothing in between.
/// How a parameter stands in the body is the only difference between the versions.
/// </summary>
internal abstract class HandWrittenBody
{
    public static HandWrittenBody V3 { get; } = new ArrayBody();

    public static HandWrittenBody V4 { get; } = new MapBody();

    public abstract void Write(Utf8JsonWriter json, string repository, string workspace, AustinDto order, string key);

    public abstract void Write(Utf8JsonWriter json, string repository, string workspace, SurveyDto order, string key);

    public abstract void Write(Utf8JsonWriter json, string repository, string workspace, PlotDto order, string key);

    public abstract void Write(Utf8JsonWriter json, string repository, string workspace, AtlasDto order, string key);

    private static ReadOnlySpan<byte> Format(Rgb color, Span<byte> text)
    {
        color.Red.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        text[length++] = (byte)',';
        color.Green.TryFormat(text[length..], out int written, default, CultureInfo.InvariantCulture);
        length += written;
        text[length++] = (byte)',';
        color.Blue.TryFormat(text[length..], out written, default, CultureInfo.InvariantCulture);
        return text[..(length + written)];
    }

    private sealed class ArrayBody : HandWrittenBody
    {
        public override void Write(Utf8JsonWriter json, string repository, string workspace, AustinDto order, string key)
        {
            json.WriteStartObject();
            json.WriteStartArray("publishedParameters"u8);
            WriteTexts(json, "THEMES"u8, order.Themes);
            WriteText(json, "COORDSYS"u8, order.Coordsys);
            WriteText(json, "FORMAT_GENERIC"u8, order.FormatGeneric);
            WriteNumber(json, "MINX"u8, order.Minx);
            WriteNumber(json, "MINY"u8, order.Miny);
            WriteNumber(json, "MAXX"u8, order.Maxx);
            WriteNumber(json, "MAXY"u8, order.Maxy);
            WriteText(json, "BBOX_COORDSYS"u8, order.BboxCoordsys);
            json.WriteEndArray();
            WriteEnd(json, key);
        }

        public override void Write(Utf8JsonWriter json, string repository, string workspace, SurveyDto order, string key)
        {
            json.WriteStartObject();
            json.WriteStartArray("publishedParameters"u8);
            WriteTexts(json, "LAYERS"u8, order.Layers);
            WriteText(json, "OPTION_01"u8, order.Option01);
            WriteText(json, "OPTION_02"u8, order.Option02);
            WriteText(json, "OPTION_03"u8, order.Option03);
            WriteText(json, "OPTION_04"u8, order.Option04);
            WriteText(json, "OPTION_05"u8, order.Option05);
            WriteText(json, "OPTION_06"u8, order.Option06);
            WriteText(json, "OPTION_07"u8, order.Option07);
            WriteText(json, "OPTION_08"u8, order.Option08);
            WriteText(json, "OPTION_09"u8, order.Option09);
            WriteText(json, "OPTION_10"u8, order.Option10);
            WriteNumber(json, "NUMBER_01"u8, order.Number01);
            WriteNumber(json, "NUMBER_02"u8, order.Number02);
            WriteNumber(json, "NUMBER_03"u8, order.Number03);
            WriteNumber(json, "NUMBER_04"u8, order.Number04);
            WriteNumber(json, "NUMBER_05"u8, order.Number05);
            WriteNumber(json, "NUMBER_06"u8, order.Number06);
            WriteNumber(json, "NUMBER_07"u8, order.Number07);
            WriteNumber(json, "NUMBER_08"u8, order.Number08);
            WriteNumber(json, "NUMBER_09"u8, order.Number09);
            WriteNumber(json, "NUMBER_10"u8, order.Number10);
            WriteNumber(json, "COUNT_01"u8, order.Count01);
            WriteNumber(json, "COUNT_02"u8, order.Count02);
            WriteNumber(json, "COUNT_03"u8, order.Count03);
            WriteNumber(json, "COUNT_04"u8, order.Count04);
            WriteNumber(json, "COUNT_05"u8, order.Count05);
            WriteNumber(json, "COUNT_06"u8, order.Count06);
            WriteNumber(json, "COUNT_07"u8, order.Count07);
            WriteNumber(json, "COUNT_08"u8, order.Count08);
            WriteText(json, "TEXT_01"u8, order.Text01);
            WriteText(json, "TEXT_02"u8, order.Text02);
            WriteText(json, "TEXT_03"u8, order.Text03);
            WriteText(json, "TEXT_04"u8, order.Text04);
            WriteText(json, "TEXT_05"u8, order.Text05);
            WriteText(json, "TEXT_06"u8, order.Text06);
            WriteText(json, "TEXT_07"u8, order.Text07);
            WriteText(json, "TEXT_08"u8, order.Text08);
            WriteText(json, "FLAG_01"u8, order.Flag01);
            WriteText(json, "FLAG_02"u8, order.Flag02);
            WriteText(json, "FLAG_03"u8, order.Flag03);
            json.WriteEndArray();
            WriteEnd(json, key);
        }

        public override void Write(Utf8JsonWriter json, string repository, string workspace, PlotDto order, string key)
        {
            json.WriteStartObject();
            json.WriteStartArray("publishedParameters"u8);
            WriteText(json, "STYLE_01"u8, order.Style01);
            WriteText(json, "STYLE_02"u8, order.Style02);
            WriteNumber(json, "WIDTH_01"u8, order.Width01);
            WriteNumber(json, "WIDTH_02"u8, order.Width02);
            WriteNumber(json, "COUNT"u8, order.Count);
            WriteText(json, "TITLE"u8, order.Title);
            WriteColor(json, "TINT"u8, order.Tint);
            WriteDate(json, "DAY"u8, order.Day);
            json.WriteEndArray();
            WriteEnd(json, key);
        }

        public override void Write(Utf8JsonWriter json, string repository, string workspace, AtlasDto order, string key)
        {
            json.WriteStartObject();
            json.WriteStartArray("publishedParameters"u8);
            WriteText(json, "STYLE_01"u8, order.Style01);
            WriteText(json, "STYLE_02"u8, order.Style02);
            WriteText(json, "STYLE_03"u8, order.Style03);
            WriteText(json, "STYLE_04"u8, order.Style04);
            WriteText(json, "STYLE_05"u8, order.Style05);
            WriteText(json, "STYLE_06"u8, order.Style06);
            WriteText(json, "STYLE_07"u8, order.Style07);
            WriteText(json, "STYLE_08"u8, order.Style08);
            WriteText(json, "STYLE_09"u8, order.Style09);
            WriteText(json, "STYLE_10"u8, order.Style10);
            WriteNumber(json, "WIDTH_01"u8, order.Width01);
            WriteNumber(json, "WIDTH_02"u8, order.Width02);
            WriteNumber(json, "WIDTH_03"u8, order.Width03);
            WriteNumber(json, "WIDTH_04"u8, order.Width04);
            WriteNumber(json, "WIDTH_05"u8, order.Width05);
            WriteNumber(json, "WIDTH_06"u8, order.Width06);
            WriteNumber(json, "WIDTH_07"u8, order.Width07);
            WriteNumber(json, "WIDTH_08"u8, order.Width08);
            WriteNumber(json, "WIDTH_09"u8, order.Width09);
            WriteNumber(json, "WIDTH_10"u8, order.Width10);
            WriteNumber(json, "COUNT_01"u8, order.Count01);
            WriteNumber(json, "COUNT_02"u8, order.Count02);
            WriteNumber(json, "COUNT_03"u8, order.Count03);
            WriteNumber(json, "COUNT_04"u8, order.Count04);
            WriteNumber(json, "COUNT_05"u8, order.Count05);
            WriteNumber(json, "COUNT_06"u8, order.Count06);
            WriteNumber(json, "COUNT_07"u8, order.Count07);
            WriteNumber(json, "COUNT_08"u8, order.Count08);
            WriteNumber(json, "COUNT_09"u8, order.Count09);
            WriteText(json, "TITLE_01"u8, order.Title01);
            WriteText(json, "TITLE_02"u8, order.Title02);
            WriteText(json, "TITLE_03"u8, order.Title03);
            WriteText(json, "TITLE_04"u8, order.Title04);
            WriteText(json, "TITLE_05"u8, order.Title05);
            WriteText(json, "TITLE_06"u8, order.Title06);
            WriteText(json, "TITLE_07"u8, order.Title07);
            WriteText(json, "TITLE_08"u8, order.Title08);
            WriteText(json, "TITLE_09"u8, order.Title09);
            WriteColor(json, "TINT"u8, order.Tint);
            WriteDate(json, "DAY"u8, order.Day);
            json.WriteEndArray();
            WriteEnd(json, key);
        }

        private static void WriteEnd(Utf8JsonWriter json, string key)
        {
            json.WriteStartObject("NMDirectives"u8);
            json.WriteStartArray("directives"u8);
            WriteText(json, "fmetypedCorrelationKey"u8, key);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
        {
            if (value is not null)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, name);
                json.WriteString("value"u8, value);
                json.WriteEndObject();
            }
        }

        private static void WriteNumber<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value)
            where T : struct, IUtf8SpanFormattable
        {
            if (value is { } number)
            {
                Span<byte> text = stackalloc byte[32];
                number.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
                json.WriteStartObject();
                json.WriteString("name"u8, name);
                json.WriteString("value"u8, text[..length]);
                json.WriteEndObject();
            }
        }

        private static void WriteColor(Utf8JsonWriter json, ReadOnlySpan<byte> name, Rgb? value)
        {
            if (value is { } color)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, name);
                json.WriteString("value"u8, Format(color, stackalloc byte[16]));
                json.WriteEndObject();
            }
        }

        private static void WriteDate(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? value)
        {
            if (value is { } date)
            {
                Span<byte> text = stackalloc byte[8];
                date.TryFormat(text, out int length, "yyyyMMdd", CultureInfo.InvariantCulture);
                json.WriteStartObject();
                json.WriteString("name"u8, name);
                json.WriteString("value"u8, text[..length]);
                json.WriteEndObject();
            }
        }

        private static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> name, string[]? values)
        {
            if (values is not null)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, name);
                json.WriteStartArray("value"u8);
                foreach (string value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }
        }
    }

    private sealed class MapBody : HandWrittenBody
    {
        public override void Write(Utf8JsonWriter json, string repository, string workspace, AustinDto order, string key)
        {
            WriteStart(json, repository, workspace);
            WriteTexts(json, "THEMES"u8, order.Themes);
            WriteText(json, "COORDSYS"u8, order.Coordsys);
            WriteText(json, "FORMAT_GENERIC"u8, order.FormatGeneric);
            WriteNumber(json, "MINX"u8, order.Minx);
            WriteNumber(json, "MINY"u8, order.Miny);
            WriteNumber(json, "MAXX"u8, order.Maxx);
            WriteNumber(json, "MAXY"u8, order.Maxy);
            WriteText(json, "BBOX_COORDSYS"u8, order.BboxCoordsys);
            WriteEnd(json, key);
        }

        public override void Write(Utf8JsonWriter json, string repository, string workspace, SurveyDto order, string key)
        {
            WriteStart(json, repository, workspace);
            WriteTexts(json, "LAYERS"u8, order.Layers);
            WriteText(json, "OPTION_01"u8, order.Option01);
            WriteText(json, "OPTION_02"u8, order.Option02);
            WriteText(json, "OPTION_03"u8, order.Option03);
            WriteText(json, "OPTION_04"u8, order.Option04);
            WriteText(json, "OPTION_05"u8, order.Option05);
            WriteText(json, "OPTION_06"u8, order.Option06);
            WriteText(json, "OPTION_07"u8, order.Option07);
            WriteText(json, "OPTION_08"u8, order.Option08);
            WriteText(json, "OPTION_09"u8, order.Option09);
            WriteText(json, "OPTION_10"u8, order.Option10);
            WriteNumber(json, "NUMBER_01"u8, order.Number01);
            WriteNumber(json, "NUMBER_02"u8, order.Number02);
            WriteNumber(json, "NUMBER_03"u8, order.Number03);
            WriteNumber(json, "NUMBER_04"u8, order.Number04);
            WriteNumber(json, "NUMBER_05"u8, order.Number05);
            WriteNumber(json, "NUMBER_06"u8, order.Number06);
            WriteNumber(json, "NUMBER_07"u8, order.Number07);
            WriteNumber(json, "NUMBER_08"u8, order.Number08);
            WriteNumber(json, "NUMBER_09"u8, order.Number09);
            WriteNumber(json, "NUMBER_10"u8, order.Number10);
            WriteNumber(json, "COUNT_01"u8, order.Count01);
            WriteNumber(json, "COUNT_02"u8, order.Count02);
            WriteNumber(json, "COUNT_03"u8, order.Count03);
            WriteNumber(json, "COUNT_04"u8, order.Count04);
            WriteNumber(json, "COUNT_05"u8, order.Count05);
            WriteNumber(json, "COUNT_06"u8, order.Count06);
            WriteNumber(json, "COUNT_07"u8, order.Count07);
            WriteNumber(json, "COUNT_08"u8, order.Count08);
            WriteText(json, "TEXT_01"u8, order.Text01);
            WriteText(json, "TEXT_02"u8, order.Text02);
            WriteText(json, "TEXT_03"u8, order.Text03);
            WriteText(json, "TEXT_04"u8, order.Text04);
            WriteText(json, "TEXT_05"u8, order.Text05);
            WriteText(json, "TEXT_06"u8, order.Text06);
            WriteText(json, "TEXT_07"u8, order.Text07);
            WriteText(json, "TEXT_08"u8, order.Text08);
            WriteText(json, "FLAG_01"u8, order.Flag01);
            WriteText(json, "FLAG_02"u8, order.Flag02);
            WriteText(json, "FLAG_03"u8, order.Flag03);
            WriteEnd(json, key);
        }

        public override void Write(Utf8JsonWriter json, string repository, string workspace, PlotDto order, string key)
        {
            WriteStart(json, repository, workspace);
            WriteText(json, "STYLE_01"u8, order.Style01);
            WriteText(json, "STYLE_02"u8, order.Style02);
            WriteNumber(json, "WIDTH_01"u8, order.Width01);
            WriteNumber(json, "WIDTH_02"u8, order.Width02);
            WriteNumber(json, "COUNT"u8, order.Count);
            WriteText(json, "TITLE"u8, order.Title);
            WriteColor(json, "TINT"u8, order.Tint);
            WriteDate(json, "DAY"u8, order.Day);
            WriteEnd(json, key);
        }

        public override void Write(Utf8JsonWriter json, string repository, string workspace, AtlasDto order, string key)
        {
            WriteStart(json, repository, workspace);
            WriteText(json, "STYLE_01"u8, order.Style01);
            WriteText(json, "STYLE_02"u8, order.Style02);
            WriteText(json, "STYLE_03"u8, order.Style03);
            WriteText(json, "STYLE_04"u8, order.Style04);
            WriteText(json, "STYLE_05"u8, order.Style05);
            WriteText(json, "STYLE_06"u8, order.Style06);
            WriteText(json, "STYLE_07"u8, order.Style07);
            WriteText(json, "STYLE_08"u8, order.Style08);
            WriteText(json, "STYLE_09"u8, order.Style09);
            WriteText(json, "STYLE_10"u8, order.Style10);
            WriteNumber(json, "WIDTH_01"u8, order.Width01);
            WriteNumber(json, "WIDTH_02"u8, order.Width02);
            WriteNumber(json, "WIDTH_03"u8, order.Width03);
            WriteNumber(json, "WIDTH_04"u8, order.Width04);
            WriteNumber(json, "WIDTH_05"u8, order.Width05);
            WriteNumber(json, "WIDTH_06"u8, order.Width06);
            WriteNumber(json, "WIDTH_07"u8, order.Width07);
            WriteNumber(json, "WIDTH_08"u8, order.Width08);
            WriteNumber(json, "WIDTH_09"u8, order.Width09);
            WriteNumber(json, "WIDTH_10"u8, order.Width10);
            WriteNumber(json, "COUNT_01"u8, order.Count01);
            WriteNumber(json, "COUNT_02"u8, order.Count02);
            WriteNumber(json, "COUNT_03"u8, order.Count03);
            WriteNumber(json, "COUNT_04"u8, order.Count04);
            WriteNumber(json, "COUNT_05"u8, order.Count05);
            WriteNumber(json, "COUNT_06"u8, order.Count06);
            WriteNumber(json, "COUNT_07"u8, order.Count07);
            WriteNumber(json, "COUNT_08"u8, order.Count08);
            WriteNumber(json, "COUNT_09"u8, order.Count09);
            WriteText(json, "TITLE_01"u8, order.Title01);
            WriteText(json, "TITLE_02"u8, order.Title02);
            WriteText(json, "TITLE_03"u8, order.Title03);
            WriteText(json, "TITLE_04"u8, order.Title04);
            WriteText(json, "TITLE_05"u8, order.Title05);
            WriteText(json, "TITLE_06"u8, order.Title06);
            WriteText(json, "TITLE_07"u8, order.Title07);
            WriteText(json, "TITLE_08"u8, order.Title08);
            WriteText(json, "TITLE_09"u8, order.Title09);
            WriteColor(json, "TINT"u8, order.Tint);
            WriteDate(json, "DAY"u8, order.Day);
            WriteEnd(json, key);
        }

        private static void WriteStart(Utf8JsonWriter json, string repository, string workspace)
        {
            json.WriteStartObject();
            json.WriteString("repository"u8, repository);
            json.WriteString("workspace"u8, workspace);
            json.WriteStartObject("publishedParameters"u8);
        }

        private static void WriteEnd(Utf8JsonWriter json, string key)
        {
            json.WriteEndObject();
            json.WriteStartObject("directives"u8);
            json.WriteString("fmetypedCorrelationKey"u8, key);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        private static void WriteNumber<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value)
            where T : struct, IUtf8SpanFormattable
        {
            if (value is { } number)
            {
                Span<byte> text = stackalloc byte[32];
                number.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
                json.WriteString(name, text[..length]);
            }
        }

        private static void WriteColor(Utf8JsonWriter json, ReadOnlySpan<byte> name, Rgb? value)
        {
            if (value is { } color)
            {
                json.WriteString(name, Format(color, stackalloc byte[16]));
            }
        }

        private static void WriteDate(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? value)
        {
            if (value is { } date)
            {
                Span<byte> text = stackalloc byte[8];
                date.TryFormat(text, out int length, "yyyyMMdd", CultureInfo.InvariantCulture);
                json.WriteString(name, text[..length]);
            }
        }

        private static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> name, string[]? values)
        {
            if (values is not null)
            {
                json.WriteStartArray(name);
                foreach (string value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }
        }
    }
}
