using System.Text;
using System.Text.RegularExpressions;

namespace FmeTyped.Reliability.Tests.Matrix;

/// <summary>Markdown in lines of at most 160 characters.</summary>
internal sealed partial class ProofText
{
    private const int Width = 160;

    private readonly StringBuilder _text = new("\n");

    public ProofText Line(string text) => Add(text, "");

    public ProofText Item(string text) => Add($"* {text}", "  ");

    public override string ToString() => _text.ToString();

    private ProofText Add(string text, string indent)
    {
        string line = "";
        foreach (string word in Word().Matches(text).Select(word => word.Value))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                _text.Append(line).Append('\n');
                line = indent + word;
            }
            else
            {
                line += line.Length == 0 ? word : $" {word}";
            }
        }

        _text.Append(line).Append('\n');
        return this;
    }

    // Code is not broken.
    [GeneratedRegex("(`[^`]*`|[^` ])+")]
    private static partial Regex Word();
}
