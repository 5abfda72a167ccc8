using System.Reflection;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

/// <summary>A descriptor is shared by all calls of a process, and its first calls may come at once.</summary>
public sealed class SharedDescriptorTests
{
    /// <summary>A struct of more than one word is not written in one step, so another thread can read half of it.</summary>
    [Theory]
    [InlineData(typeof(FmeWorkspaceDescriptor))]
    [InlineData(typeof(FmeParameterDescriptor))]
    [InlineData(typeof(FmeChoice))]
    [InlineData(typeof(FmeVisibility))]
    public void What_all_calls_share_has_no_structs_that_change(Type type)
    {
        FieldInfo[] fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic);
        IEnumerable<FieldInfo> changing = fields.Where(field => !field.IsInitOnly && field.FieldType.IsValueType);

        Assert.DoesNotContain(changing, field => !field.FieldType.IsPrimitive && !field.FieldType.IsEnum);
    }
}
