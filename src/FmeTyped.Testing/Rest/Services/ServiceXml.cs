using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>A service's response as XML: the members of the JSON as elements, as the vendor's example of 2014 has them.</summary>
internal static class ServiceXml
{
    public static IResult Respond(string name, JsonNode body, int statusCode) => Results.Text(
        new XDeclaration("1.0", "UTF-8", standalone: null) + Environment.NewLine + Element(name, body), "application/xml", Encoding.UTF8, statusCode);

    private static XElement Element(string name, JsonNode? value) => value is JsonObject members
        ? new XElement(name, members.SelectMany(member => Elements(member.Key, member.Value)))
        : new XElement(name, Text(value?.ToString() ?? ""));

    private static IEnumerable<XElement> Elements(string name, JsonNode? value) =>
        value is JsonArray items ? items.Select(item => Element(name, item)) : [Element(name, value)];

    // XML has no way to write most control characters.
    private static string Text(string text) => string.Concat(text.EnumerateRunes()
        .Select(rune => rune.Value is < ' ' and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune));
}
