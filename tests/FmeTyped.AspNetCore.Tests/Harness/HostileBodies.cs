using System.Text;

namespace FmeTyped.AspNetCore.Tests.Harness;

/// <summary>Makes up bodies: JSON by its grammar and beside it, with the names of a workspace and with others, as JSON and as parts of a form.</summary>
/// <param name="random">What decides.</param>
/// <param name="names">The names that the workspace has.</param>
/// <param name="valid">A request that it takes.</param>
internal sealed class HostileBodies(Random random, string[] names, string valid)
{
    private const int MostDepth = 6;

    private static readonly string[] Texts =
    [
        "", " ", "a", "b", "A4", "x", "17/4", "on", "off", "true", "2026-01-31", "255,0,0", "***", "\\ud800", "\\udc00x", "\\u0000", "\\ud83d\\ude00",
        "<script>", "$(FME_MF_DIR)", "C:\\\\x", "1e400", "NaN", "\\u202e", "../../etc/passwd", "%s%n", "b c",
        "{\\\"type\\\":\\\"Point\\\",\\\"coordinates\\\":[1,2]}",
    ];

    private static readonly string[] Numbers =
    [
        "0", "1", "-1", "5", "0.5", "0.255", "-0", "1e3", "1E400", "1e-400", "9223372036854775808", "0.1e1",
        "01", "+1", ".5", "1.", "0x10", "NaN", "Infinity", "-",
    ];

    private static readonly string[] Types =
    [
        "application/json", "application/json", "application/json", "application/json", "application/json; charset=utf-8", "application/problem+json",
        "application/json; charset=utf-7", "text/json", "application/x-www-form-urlencoded", "", "application/", ";", "application/json;;;",
    ];

    private static readonly string[] FileNames = ["a.csv", "../../x", "", "a\\\"b", "\0", "CON", new string('n', 300)];

    public (byte[] Body, string Type) Next() => random.Next(10) switch
    {
        0 => (Noise(), OneOf(Types)),
        1 or 2 => (Form(), random.Next(6) == 0 ? "multipart/form-data; boundary=y" : "multipart/form-data; boundary=x"),
        3 => (Broken(Encoding.UTF8.GetBytes(Request())), OneOf(Types)),
        4 => (Encoding.UTF8.GetBytes(Value(0)), OneOf(Types)),
        5 => (Encoding.UTF8.GetBytes(valid), "application/json"),
        _ => (Encoding.UTF8.GetBytes(Request()), OneOf(Types)),
    };

    private string Request()
    {
        var text = new StringBuilder("{");
        int count = random.Next(names.Length + 2);
        for (int i = 0; i < count; i++)
        {
            string name = random.Next(8) == 0 ? OneOf(Texts) : OneOf(names);
            text.Append(i == 0 ? "" : ",").Append('"').Append(name).Append("\":").Append(Value(0));
        }

        return text.Append('}').ToString();
    }

    private string Value(int depth) => random.Next(depth < MostDepth ? 9 : 5) switch
    {
        0 => OneOf(Numbers),
        1 or 2 => $"\"{OneOf(Texts)}\"",
        3 => OneOf(["true", "false", "null", "True", "undefined"]),
        4 => random.Next(10) == 0 ? new string('[', 3000) : $"\"{new string('x', random.Next(2000))}\"",
        5 or 6 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth + 1)))}]",
        7 => $"{{\"type\":\"Point\",\"coordinates\":{Value(depth + 1)}}}",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(3)).Select(_ => $"\"{OneOf(Texts)}\":{Value(depth + 1)}"))}}}",
    };

    private byte[] Form()
    {
        var text = new StringBuilder();
        int count = random.Next(8);
        for (int i = 0; i < count; i++)
        {
            string name = random.Next(8) == 0 ? OneOf(Texts) : OneOf(names);
            string file = random.Next(3) == 0 ? "" : $"; filename=\"{OneOf(FileNames)}\"";
            text.Append("--x\r\nContent-Disposition: ").Append(random.Next(20) == 0 ? "nonsense" : "form-data");
            text.Append("; name=\"").Append(name).Append('"').Append(file).Append("\r\n");
            text.Append(random.Next(6) == 0 ? "Content-Type: text/plain; charset=utf-7\r\n" : "").Append("\r\n");
            text.Append(OneOf(Texts)).Append(random.Next(20) == 0 ? "" : "\r\n");
        }

        // In one of three forms all that an import needs.
        if (random.Next(3) == 0)
        {
            text.Clear();
            text.Append("--x\r\nContent-Disposition: form-data; name=\"SOURCE\"; filename=\"a.csv\"\r\n\r\nroads\r\n");
            text.Append("--x\r\nContent-Disposition: form-data; name=\"CUSTOMER\"\r\n\r\nc\r\n");
            text.Append("--x\r\nContent-Disposition: form-data; name=\"OVERWRITE\"\r\n\r\nfalse\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append(random.Next(10) == 0 ? "" : "--x--\r\n").ToString());
    }

    private byte[] Noise()
    {
        byte[] noise = new byte[random.Next(random.Next(20) == 0 ? 200_000 : 300)];
        random.NextBytes(noise);
        return noise;
    }

    private byte[] Broken(byte[] body)
    {
        byte[] broken = body[..random.Next(body.Length + 1)];
        for (int i = random.Next(4); i > 0 && broken.Length > 0; i--)
        {
            broken[random.Next(broken.Length)] = (byte)random.Next(256);
        }

        return broken;
    }

    private string OneOf(string[] texts) => texts[random.Next(texts.Length)];
}
