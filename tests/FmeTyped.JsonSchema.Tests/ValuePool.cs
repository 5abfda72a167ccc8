using System.Globalization;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema.Tests;

/// <summary>Texts that fit some parameter, or nearly do.</summary>
internal sealed class ValuePool(Random random)
{
    private static readonly string[] Texts =
    [
        "a", "", " ", "list of all", "\"\\", "\u2028\n", "😀", "$(FME_MF_DIR)x", "<en>x</en>", "<space>", "default", "red", "***",
    ];

    private static readonly string[] DateTimes =
    [
        "20260131", "2026-01-31", "00010101", "20260230", "20261301", "143000", "14:30:00", "240000", "20260131143000", "2026-01-31T14:30:00",
        "20260131143000.25", "20260131143000+01:00", "2026-01-31T14:30:00Z", "2026-01-31T14:30:00.123+02:00", "2026-01-31T14:30:00+15:00", "143000.5-05:00", "",
        "2026-01-31 14:30:00", "20260131T143000",
    ];

    private static readonly string[] Colors =
    [
        "255,0,0", "0.5,0.25,1", "1,0,0", "256,0,0", "#ff0000", "#FF00", "00ff10", "(#00ff10ff)",
        "0,0,0,255", "0.1,0.2,0.3,1", "0.1,0.2,0.3,0.4", "rgb(1,2,3)", "",
    ];

    private static readonly string[] Geometries =
    [
        """{"type":"Point","coordinates":[10,50]}""", """{"type":"LineString","coordinates":[[1,2],[3,4]]}""",
        """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}""", """{"type":"Feature","geometry":null}""", """{"type":"Point"}""", "{}",
        "POINT (10 50)", "<point/>", "10 50", "",
    ];

    public FmeParameterValue ValueOf(FmeParameterDescriptor parameter) => parameter.IsList
        ? (FmeList<string>)[.. Enumerable.Range(0, random.Next(4)).Select(_ => TextOf(parameter))]
        : TextOf(parameter);

    public string TextOf(FmeParameterDescriptor parameter) => parameter.Kind switch
    {
        FmeParameterKind.Choice or FmeParameterKind.Boolean =>
            random.Next(12) == 0 ? OneOf(Texts) : parameter.Choices[random.Next(parameter.Choices.Count)].Value,
        FmeParameterKind.OpenChoice when parameter.Choices.Count > 0 && random.Next(2) == 0 => parameter.Choices[random.Next(parameter.Choices.Count)].Value,
        FmeParameterKind.Integer or FmeParameterKind.Float => Number(parameter),
        FmeParameterKind.DateTime => OneOf(DateTimes),
        FmeParameterKind.Color => OneOf(Colors),
        FmeParameterKind.Geometry => OneOf(Geometries),
        _ => OneOf(Texts),
    };

    private string Number(FmeParameterDescriptor parameter)
    {
        double number = random.Next(8) switch
        {
            0 => parameter.Minimum ?? 0,
            1 => parameter.Maximum ?? 0,
            2 => (parameter.Step ?? 1) * random.Next(-3, 12),
            3 => Math.Round(random.NextDouble(), random.Next(5)),
            4 => random.Next(-1_000_000, 1_000_000),
            5 => random.Next(0, 10) + 0.5,
            _ => random.Next(0, 12),
        };
        return random.Next(20) == 0 ? "" : number.ToString("0.##########", CultureInfo.InvariantCulture);
    }

    private string OneOf(string[] texts) => texts[random.Next(texts.Length)];
}
