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
