namespace FmeTyped.Testing.Tests.Values;

/// <summary>
/// "colorSpace: rgb, hsv, cmyk, hsl, by default rgb; componentValueType: int (0-255), float (0.0-1.0), hex (00-FF), by default int; alpha: one more part
/// at the end; valueFormat: text with %1 for the raw value. Parts are joined by commas; hex: two digits each, nothing between": the page types/color.
/// </summary>
public sealed class ColorTests
{
    private const string Plain = """{"name":"P","type":"color","prompt":""}""";
    private const string Alpha = """{"name":"P","type":"color","prompt":"","alpha":true}""";
    private const string Float = """{"name":"P","type":"color","prompt":"","componentValueType":"float"}""";
    private const string Hex = """{"name":"P","type":"color","prompt":"","componentValueType":"hex"}""";
    private const string Marked = """{"name":"P","type":"color","prompt":"","componentValueType":"hex","valueFormat":"#%1"}""";
    private const string Wrapped = """{"name":"P","type":"color","prompt":"","valueFormat":"|%1|"}""";
    private const string Cmyk = """{"name":"P","type":"color","prompt":"","colorSpace":"cmyk"}""";
    private const string CmykAlpha = """{"name":"P","type":"color","prompt":"","colorSpace":"cmyk","alpha":true,"componentValueType":"hex"}""";
    private const string Hsv = """{"name":"P","type":"color","prompt":"","colorSpace":"hsv","componentValueType":"float","valueFormat":"hsv(%1)"}""";

    [Theory]
    [InlineData(Plain, "255,0,0")]
    [InlineData(Alpha, "255,0,0,128")]
    [InlineData(Float, "1,0,0")]
    [InlineData(Float, "0.5,0.25,1.0")]
    [InlineData(Hex, "0000ff")]
    [InlineData(Marked, "#0000ff")]
    [InlineData(Cmyk, "0,255,255,0")]
    [InlineData(CmykAlpha, "00FFFF0080")]
    [InlineData(Hsv, "hsv(0.5,1,1)")]
    public async Task The_forms_of_the_record_fit(string record, string value) => await SubmittedValue.AssertFitsAsync(record, $"\"{value}\"");

    [Theory]
    [InlineData(Plain, "0.5,0,0", "'0.5,0,0' is no color of rgb: it has to be 3 whole numbers from 0 to 255.")]
    [InlineData(Plain, "256,0,0", "'256,0,0' is no color of rgb: it has to be 3 whole numbers from 0 to 255.")]
    [InlineData(Plain, "255,0,0,128", "'255,0,0,128' is no color of rgb: it has to be 3 whole numbers from 0 to 255.")]
    [InlineData(Plain, "255, 0, 0", "'255, 0, 0' is no color of rgb: it has to be 3 whole numbers from 0 to 255.")]
    [InlineData(Plain, "ff0000", "'ff0000' is no color of rgb: it has to be 3 whole numbers from 0 to 255.")]
    [InlineData(Alpha, "255,0,0", "'255,0,0' is no color of rgb with alpha: it has to be 4 whole numbers from 0 to 255.")]
    [InlineData(Float, "255,0,0", "'255,0,0' is no color of rgb: it has to be 3 numbers from 0 to 1.")]
    [InlineData(Float, "1.5,0,0", "'1.5,0,0' is no color of rgb: it has to be 3 numbers from 0 to 1.")]
    [InlineData(Float, "-0.5,0,0", "'-0.5,0,0' is no color of rgb: it has to be 3 numbers from 0 to 1.")]
    [InlineData(Hex, "#0000ff", "'#0000ff' is no color of rgb: it has to be 2 digits in hex for each of its 3 parts.")]
    [InlineData(Hex, "00,00,ff", "'00,00,ff' is no color of rgb: it has to be 2 digits in hex for each of its 3 parts.")]
    [InlineData(Marked, "0000ff", "'0000ff' is not of the form #%1.")]
    [InlineData(Wrapped, "|", "'|' is not of the form |%1|.")]
    [InlineData(Cmyk, "255,0,0", "'255,0,0' is no color of cmyk: it has to be 4 whole numbers from 0 to 255.")]
    [InlineData(Hsv, "hsv(180,1,1)", "'hsv(180,1,1)' is no color of hsv: it has to be 3 numbers from 0 to 1.")]
    public async Task Other_forms_are_reported(string record, string value, string problem) =>
        await SubmittedValue.AssertReportedAsync(record, $"\"{value}\"", problem);
}
