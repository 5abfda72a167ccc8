using FmeTyped.Metadata;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;

namespace FmeTyped.Generator.Tests;

/// <summary>Generated code names members of the runtime after those of the model, which cannot see the runtime.</summary>
public class ContractNameTests
{
    [Fact]
    public void Every_kind_is_named_as_in_the_runtime() =>
        Assert.Equal(Enum.GetNames<ParameterKind>().Order(StringComparer.Ordinal), Enum.GetNames<FmeParameterKind>().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_form_of_a_date_time_is_named_as_in_the_runtime() =>
        Assert.Equal(Enum.GetNames<DateTimeForm>().Order(StringComparer.Ordinal), Enum.GetNames<FmeDateTimeForm>().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_visibility_condition_is_made_by_a_method_of_the_runtime()
    {
        Dictionary<Type, (Visibility Condition, string Method)> made = new()
        {
            [typeof(ParameterEquals)] = (new ParameterEquals("A", "1"), nameof(FmeVisibility.WhenEquals)),
            [typeof(ParameterIsLess)] = (new ParameterIsLess("A", "1"), nameof(FmeVisibility.WhenLess)),
            [typeof(ParameterIsGreater)] = (new ParameterIsGreater("A", "1"), nameof(FmeVisibility.WhenGreater)),
            [typeof(ParameterMatches)] = (new ParameterMatches("A", "x+"), nameof(FmeVisibility.WhenMatches)),
            [typeof(ParameterIsRuntimeValue)] = (new ParameterIsRuntimeValue("A"), nameof(FmeVisibility.WhenRuntimeValue)),
            [typeof(Undecidable)] = (new Undecidable("$x"), nameof(FmeVisibility.Undecidable)),
            [typeof(ParameterIsEnabled)] = (new ParameterIsEnabled("A"), nameof(FmeVisibility.WhenEnabled)),
            [typeof(AnyOf)] = (new AnyOf(default), nameof(FmeVisibility.AnyOf)),
            [typeof(AllOf)] = (new AllOf(default), nameof(FmeVisibility.AllOf)),
            [typeof(Not)] = (new Not(new ParameterIsEnabled("A")), nameof(FmeVisibility.Not)),
        };

        Assert.Equal(
            typeof(Visibility).Assembly.GetTypes().Where(type => type.BaseType == typeof(Visibility)).Select(type => type.Name).Order(StringComparer.Ordinal),
            made.Keys.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(made.Values, item =>
            Assert.StartsWith($"global::FmeTyped.Metadata.FmeVisibility.{item.Method}(", VisibilityExpression.From(item.Condition), StringComparison.Ordinal));
        Assert.Equal(
            typeof(FmeVisibility).GetMethods().Where(method => method.IsStatic).Select(method => method.Name).Order(StringComparer.Ordinal),
            made.Values.Select(item => item.Method).Order(StringComparer.Ordinal));
    }
}
