using AngleSharp.Dom;
using Bunit;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Tests;

/// <summary>A text of the server is text, wherever it stands in a form.</summary>
public sealed class InertTextTests : IDisposable
{
    private const string Nasty = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\u202Egpj.exe\u2066\u001B[31m{0}@(1+1)javascript:alert(1)";

    private readonly FormContext _context = new();

    public static TheoryData<FmeParameterKind, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<FmeParameterKind, bool>();
            foreach (FmeParameterKind kind in Enum.GetValues<FmeParameterKind>())
            {
                kinds.Add(kind, false);
                kinds.Add(kind, true);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Markup_script_and_direction_marks_of_a_parameter_do_nothing(FmeParameterKind kind, bool isList)
    {
        var workspace = new FmeWorkspaceDescriptor(Nasty, Nasty)
        {
            Title = Nasty,
            Description = Nasty,
            Parameters =
            [
                new(Nasty, kind)
                {
                    Prompt = Nasty, Group = Nasty, IsList = isList, IsOptional = true, Default = Nasty,
                    GeometryEncoding = Nasty, GeometryTypes = [Nasty], NodeDelimiter = "<",
                    Columns = [Nasty], FileFilters = ["*." + Nasty],
                    Choices = [new(Nasty, Nasty, 1), new("b", Nasty + "b", 2), new("c", "c", 3), new("d", "d", 4)],
                },
            ],
        };

        IRenderedComponent<FmeDescriptorForm> form = _context.Render(workspace);
        form.Find("form").Submit();

        Assert.Empty(form.FindAll("script, img, [onerror], [href^='javascript:']"));
        Assert.DoesNotContain(form.FindAll("*"), element =>
            element.ChildNodes.OfType<IText>().Any(text => text.Data.AsSpan().IndexOfAny("\u202E\u2066\u001B") >= 0));
    }

    [Fact]
    public void A_value_with_marks_is_sent_as_it_is()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.Text) { Default = Nasty });

        form.Find("form").Submit();

        Assert.Equal(Nasty, _context.Submitted!.ToParameterValues()["P"].Text);
    }

    public void Dispose() => _context.Dispose();
}
